using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Records;

/// <summary>工作台账: entries of the bodies one may look into, by body, officer, act, thing and day.</summary>
[Requires("ledger.read")]
public sealed class LedgerModel(GongkaiDb db, LedgerSheet sheet, ActCatalogue acts, Things things) : OfficePage(db)
{
    private const int PerPage = 50;
    private IReadOnlyDictionary<(string, string), string> _titles = new Dictionary<(string, string), string>();

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Officer { get; set; }

    [BindProperty(SupportsGet = true, Name = "act")]
    public string? Deed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>Entries before this number.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<LedgerEntry> Rows { get; private set; } = [];

    public string? Older { get; private set; }

    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    public IEnumerable<Act> Acts => acts.All.OrderBy(act => act.Word, StringComparer.Ordinal);

    public string FromText => Iso(From);

    public string UntilText => Iso(Until);

    public bool MayExport => Visit.May(Permission.ExportLedger);

    public string NameOf(string act) => acts.NameOf(act);

    public string TitleOf(LedgerEntry entry) => _titles.GetValueOrDefault((entry.Kind, entry.Key), Things.NameOf(entry.Kind));

    public async Task<IActionResult> OnGet()
    {
        var reach = Visit.Rules.BodiesFor(Me, Permission.ReadLedger, Visit.Today);
        Bodies = [.. Visit.Rules.Tree.All.Where(body => reach is null || reach.Contains(body.Id)).OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal)];
        if (Filter.Find(Db, Visit, Permission.ReadLedger) is not { } found)
            return NotFound();
        var rows = await found.Take(PerPage + 1).ToListAsync(Cancel);
        if (rows.Count > PerPage)
        {
            rows.RemoveAt(PerPage);
            Older = AddressBefore(rows[^1].Number);
        }

        Rows = rows;
        _titles = await things.Titles(rows, Cancel);
        return Page();
    }

    /// <summary>导出: itself an entry.</summary>
    public async Task<IActionResult> OnPostExport() =>
        await sheet.Csv(Filter, Visit, Cancel) is { } csv ? File(csv, "text/csv; charset=utf-8", $"台账{Visit.Today:yyyyMMdd}.csv") : NotFound();

    private LedgerFilter Filter => new(Body, Officer, Deed, Kind, Key, From, Until, Before);

    private string AddressBefore(long number)
    {
        var query = new QueryBuilder { { "before", $"{number}" } };
        foreach (var (name, value) in new (string, string?)[] { ("body", Body), ("officer", Officer), ("act", Deed), ("kind", Kind), ("key", Key), ("from", FromText), ("until", UntilText) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return $"/office/ledger{query.ToQueryString()}";
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
