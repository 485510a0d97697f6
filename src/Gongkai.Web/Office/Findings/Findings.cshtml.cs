using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Findings;

/// <summary>复查发现: what the checks see in what is public and no reviewer had seen; corrected, withdrawn, or allowed with a reason.</summary>
[Requires("documents.read")]
public sealed class FindingsModel(GongkaiDb db, RescanPublic rescan, AcceptFinding accept, IEnumerable<IPreCheck> checks) : OfficePage(db)
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public PublicFindingState State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public BodyNode Chosen { get; private set; } = null!;

    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    public ScanProgress Progress { get; private set; } = null!;

    public IReadOnlyDictionary<PublicFindingState, int> Counts { get; private set; } = new Dictionary<PublicFindingState, int>();

    public IReadOnlyList<(PublicFinding Finding, string Title)> Rows { get; private set; } = [];

    public int Pages => Math.Max(1, (Counts.GetValueOrDefault(State) + PerPage - 1) / PerPage);

    public bool MaySettle => May(Permission.SettleFindings, Chosen.Id);

    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPostAccept(Guid id, string? reason) =>
        await Attempt(() => accept.Run(new PublicFindingId(id), reason, Me, Cancel)) ? Then(Address(PublicFindingState.Open), "已记下理由，这处发现不再提示。") : await Show();

    public string Address(PublicFindingState state, int page = 1)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new (string, string?)[] { ("body", Body), ("state", state == PublicFindingState.Open ? null : $"{state}"), ("p", page > 1 ? $"{page}" : null) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return $"/office/findings{query.ToQueryString()}";
    }

    public string NameOf(string check) => checks.FirstOrDefault(one => one.Id == check)?.Name ?? check;

    private async Task<IActionResult> Show()
    {
        var tree = Visit.Rules.Tree;
        var reach = Visit.Rules.BodiesFor(Me, Permission.ReadDocuments, Visit.Today);
        Bodies = [.. tree.All.Where(body => reach is null || reach.Contains(body.Id)).OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal)];
        if ((string.IsNullOrEmpty(Body) ? tree.Find(Me.Body) : tree.Find(Body)) is not { } chosen)
            return NotFound();
        Demand(Permission.ReadDocuments, chosen.Id);
        Chosen = chosen;
        Progress = await rescan.Progress(Cancel);
        var all = PublicFindings.Shown(Db, [chosen.Id]);
        Counts = await all.GroupBy(finding => finding.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, Cancel);
        P = Math.Clamp(P, 1, Pages);
        var found = await all.Where(finding => finding.State == State).OrderBy(finding => finding.Id).Skip((P - 1) * PerPage).Take(PerPage).ToListAsync(Cancel);
        var ids = found.Select(finding => finding.Document).Distinct().ToList();
        var titles = await Db.Documents.Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, document => document.Title, Cancel);
        Rows = [.. found.Select(finding => (finding, titles.GetValueOrDefault(finding.Document) ?? ""))];
        return Page();
    }
}
