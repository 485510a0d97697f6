using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>栏目: the public documents that a column takes in, or all those of an area; year, kind and force narrow the list, and the address keeps them.</summary>
public sealed class ColumnPageModel(PortalVisit visit, PublicShelf shelf) : BodyPage(visit)
{
    private string? _column;

    protected override string? Column => _column;

    public CatalogueColumn? Shown { get; private set; }

    /// <summary>法定主动公开内容 or another area, of which the side shows the columns; null where the column stands alone.</summary>
    public CatalogueColumn? Area { get; private set; }

    public bool IsStatutory => Area?.Key == PortalColumns.Statutory;

    /// <summary>The whole area, no column of it chosen.</summary>
    public bool IsWhole => Area is not null && (Shown is null || Shown == Area);

    public string Heading => Shown?.Name ?? "法定主动公开内容";

    public string Type => Shown is null ? PortalColumns.Of(PortalColumns.Statutory).Type : PortalColumns.TypeOf(Shown);

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
        if (column is not null && (Shown = Known.FirstOrDefault(one => one.Key == column && (one.Content == ColumnContent.Documents || Visit.Areas.Contains(one)))) is null)
            return NotFound();
        _column = column ?? PortalColumns.Statutory;
        Area = AreaOf(Shown);
        Visit.Column = Shown is null || IsStatutory ? PortalColumns.Statutory : _column;
        var takes = Shown is { Content: ColumnContent.Documents } one ? one.Takes : [.. Below((Area ?? Shown)?.Key ?? PortalColumns.Statutory).SelectMany(below => below.Takes)];
        HasForce = Shown?.Rule.Ended != true && takes.Any(CanHaveForce);
        List = await shelf.Page(new ShelfQuestion
        {
            Bodies = [Body.Id],
            Rules = takes,
            Until = Shown?.ArchivedOn,
            Year = Year is >= 1 and <= 9999 ? Year : null,
            InForce = HasForce ? Force switch { "in" => true, "ended" => false, _ => null } : null,
            Page = Number,
        }, Cancel);
        return Page();
    }

    private IEnumerable<CatalogueColumn> Known => Visit.Columns.Concat(Visit.Archived);

    private CatalogueColumn? AreaOf(CatalogueColumn? column)
    {
        if (column is null)
            return Visit.Columns.FirstOrDefault(one => one.Key == PortalColumns.Statutory);
        return column.Parent is null ? column.Content == ColumnContent.Columns ? column : null : AreaOf(Known.FirstOrDefault(one => one.Key == column.Parent));
    }

    /// <summary>Every column below, archived ones too: what they held stays part of the whole.</summary>
    private IEnumerable<CatalogueColumn> Below(string key) => Known.Where(one => one.Parent == key).SelectMany(one => Below(one.Key).Prepend(one));

    private static bool CanHaveForce(DocumentRule rule) =>
        rule.Column is null && (rule.Kinds.Count == 0 ? rule.Items.Count == 0 || rule.Items.Contains("a20_01") : rule.Kinds.Any(kind => kind.IsNormative));
}
