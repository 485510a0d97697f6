using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>栏目: the public documents that a column's rule takes in; year, kind and force narrow the list, and the address keeps them.</summary>
public sealed class ColumnPageModel(PortalVisit visit, PublicShelf shelf) : BodyPage(visit)
{
    private string? _column;

    protected override string? Column => _column;

    public CatalogueColumn? Shown { get; private set; }

    public bool IsStatutory => Shown?.Key != PortalColumns.Rules;

    public string Heading => Shown?.Name ?? "法定主动公开内容";

    public ShelfPage List { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    /// <summary>`in`, `ended`, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "force")]
    public string? Force { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Whether the column can hold rules and normative documents, of which one asks whether they are in force.</summary>
    public bool HasForce { get; private set; }

    public async Task<IActionResult> OnGet(string? column)
    {
        if (RouteData.Values["column"] is null && Request.Path.Value!.EndsWith("/rules", StringComparison.Ordinal))
            column = PortalColumns.Rules;
        if (column is not null && (Shown = Visit.Columns.Concat(Visit.Archived).FirstOrDefault(one => one.Key == column && one.Content == ColumnContent.Documents)) is null)
            return NotFound();
        _column = column ?? PortalColumns.Statutory;
        Visit.Column = Shown?.Parent ?? _column;

        // Every statutory column together where none is chosen.
        var rule = Shown?.Rule ?? new DocumentRule([.. Visit.Statutory.Concat(Visit.Archived).SelectMany(one => one.Rule.Items).Distinct()], [], []);
        HasForce = rule.Items.Count == 0 || rule.Items.Contains("a20_01");
        List = await shelf.Page(new ShelfQuestion
        {
            Bodies = [Body.Id],
            Rule = rule,
            Until = Shown?.ArchivedOn,
            Year = Year is >= 1 and <= 9999 ? Year : null,
            InForce = HasForce ? Force switch { "in" => true, "ended" => false, _ => null } : null,
            Page = Number,
        }, Cancel);
        return Page();
    }
}
