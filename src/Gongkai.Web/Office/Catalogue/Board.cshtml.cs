using System.Text;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>目录看板: which columns and lines of the body are empty, late or long not updated, and why; the catalogue as a table and its versions.</summary>
[Requires("catalogue.read")]
public sealed class BoardModel(GongkaiDb db, CatalogueBoard board, PublishCatalogue publish, Ledger ledger) : CataloguePage(db, Permission.ReadCatalogue)
{
    [BindProperty(SupportsGet = true)]
    public HealthState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    [BindProperty]
    public uint? Seen { get; set; }

    public CatalogueHealth Health { get; private set; } = null!;

    public LineNames Names { get; private set; } = null!;

    public BasicCatalogue? Catalogue { get; private set; }

    public bool HasUnpublished { get; private set; }

    /// <summary>修改过条目的人 since the last version; one who is not among them publishes it.</summary>
    public bool IsEditor => Catalogue?.Editors.Contains(Me.Id) == true;

    public string Editors => string.Join("、", Catalogue?.Editors.Select(id => Names.NameOf(id) ?? "已离岗的人员") ?? []);

    /// <summary>What would be published, as this page shows it.</summary>
    public uint Stamp { get; private set; }

    public IEnumerable<ColumnHealth> Columns => Health.Columns.Where(one => Fits(one) && (Section is null || OwnersOf(one.Column).Contains(Names.NameOf(Choices.Section(Section)))));

    public IEnumerable<LineHealth> Lines => Health.Lines.Where(one => Fits(one) && (Section is null || one.Line.Section == Choices.Section(Section)));

    public IEnumerable<CatalogueColumn> Hidden => Names.Columns.Where(column => !column.IsShown);

    public int CountOf(HealthState state) => Health.Columns.Count(one => one.State == state) + Health.Lines.Count(one => one.State == state);

    /// <summary>责任科室 of a column: those whose lines feed it.</summary>
    public IReadOnlyList<string> OwnersOf(CatalogueColumn column) => [.. Health.Lines.Where(one => one.Line.Column == column.Key).Select(one => Names.NameOf(one.Line.Section)).OfType<string>().Distinct()];

    public int DepthOf(CatalogueColumn column) => Names.Columns.DepthOf(column);

    public async Task OnGet()
    {
        Health = await board.Of(Chosen.Id, Cancel);
        Names = await LineNames.Of(Db, Chosen.Id, Cancel);
        Catalogue = await Db.Catalogues.AsNoTracking().SingleOrDefaultAsync(catalogue => catalogue.Body == Chosen.Id, Cancel);
        var sheet = CatalogueSheet.Write(Health.Lines.Select(one => one.Line), Names);
        HasUnpublished = Health.Lines.Count > 0 && (Catalogue is { Versions: [.., var last] } ? last.Sheet : null) != sheet;
        Stamp = PublishCatalogue.Stamp(Catalogue, sheet);
    }

    /// <summary>The catalogue as CSV, as it stands or as a version had it.</summary>
    public async Task<IActionResult> OnGetSheet(int? version)
    {
        string? sheet;
        if (version is { } number)
            sheet = await Db.Catalogues.AsNoTracking().Where(catalogue => catalogue.Body == Chosen.Id).SelectMany(catalogue => catalogue.Versions).Where(one => one.Number == number).Select(one => one.Sheet).SingleOrDefaultAsync(Cancel);
        else
            sheet = CatalogueSheet.Write(await Db.LinesOf(Chosen.Id).ToListAsync(Cancel), await LineNames.Of(Db, Chosen.Id, Cancel));

        if (sheet is null)
            return NotFound();
        ledger.Record(Act.ExportCatalogue, Me, new Thing("catalogue", $"{Chosen.Id.Value}"), new { version });
        await Db.SaveChangesAsync(Cancel);

        // With its mark spreadsheets know it for UTF-8.
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(sheet)], "text/csv; charset=utf-8", $"{Chosen.ShortName}主动公开基本目录{(version is { } one ? $"第{one}版" : "")}.csv");
    }

    public async Task<IActionResult> OnPostPublish(DateOnly? reviewBy)
    {
        if (await Attempt(() => publish.Run(Chosen.Id, reviewBy, Me, Seen, Cancel)))
            return Then(Address("/office/catalogue"), "主动公开基本目录已发布。");
        await OnGet();
        return Page();
    }

    public string Filtered(HealthState? state)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("state", state?.ToString()), ("section", Section?.ToString()), ("body", OfBody.Length == 0 ? null : Chosen.Key) })
        {
            if (value is not null)
                query.Add(name, value);
        }

        return $"/office/catalogue{query.ToQueryString()}";
    }

    /// <summary>The documents a column takes in, on the board of documents.</summary>
    public string Documents(CatalogueColumn column) => Address($"/office/documents?stage={nameof(DocumentStage.Public)}&column={column.Key}");

    /// <summary>The documents of a rule on the board of documents.</summary>
    public string Documents(DocumentRule rule)
    {
        var query = new QueryBuilder { { "stage", nameof(DocumentStage.Public) } };
        foreach (var item in rule.Items)
            query.Add("item", item);
        foreach (var (name, value) in new[] { ("kind", rule.Kinds is [var kind] ? kind.ToString() : null), ("topic", rule.Topics is [var topic] ? topic : null), ("section", rule.Section?.Value.ToString()), ("body", OfBody.Length == 0 ? null : Chosen.Key) })
        {
            if (value is not null)
                query.Add(name, value);
        }

        return $"/office/documents{query.ToQueryString()}";
    }

    public static string Signal(HealthState state) => state switch
    {
        HealthState.Good => "good",
        HealthState.NotAssessed => "unknown",
        HealthState.Stale => "warning",
        HealthState.Late or HealthState.Incomplete or HealthState.Empty => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private bool Fits(Assessed one) => State is null || one.State == State;
}
