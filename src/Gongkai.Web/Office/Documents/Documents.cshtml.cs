using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Documents;

/// <summary>公开事项台: the trays of a body's documents, from draft to archive, narrowed by what the address says.</summary>
[Requires("documents.read")]
public sealed class DocumentsModel(GongkaiDb db) : OfficePage(db)
{
    public const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public DocumentStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DisclosureAttribute? Attribute { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    /// <summary>法定公开事项, several.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Item { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    /// <summary>Only what has been kept as long as it has to be.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<DocumentRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<DocumentStage, int> Counts { get; private set; } = new Dictionary<DocumentStage, int>();

    public int Total { get; private set; }

    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

    public BodyNode Chosen { get; private set; } = null!;

    public int Pages => Math.Max(1, (Total + PerPage - 1) / PerPage);

    public bool MayDraft => May(Permission.DraftDocuments, Chosen.Id);

    public async Task<IActionResult> OnGet()
    {
        var tree = Visit.Rules.Tree;
        var reach = Visit.Rules.BodiesFor(Me, Permission.ReadDocuments, Visit.Today);
        Bodies = [.. tree.All.Where(body => reach is null || reach.Contains(body.Id)).OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal)];
        if ((string.IsNullOrEmpty(Body) ? tree.Find(Me.Body) : tree.Find(Body)) is not { } chosen)
            return NotFound();
        Demand(Permission.ReadDocuments, chosen.Id);
        Chosen = chosen;
        Sections = await Choices.Sections(Db, chosen.Id, Cancel);
        var filter = new DocumentFilter { Body = chosen.Id, Stage = Stage, Kind = Kind, Attribute = Attribute, Section = Choices.Section(Section), Items = Item, Topic = Topic, Words = Q, Editor = Mine ? Me.Id : null };
        if (Ended)
            filter = filter with { RetentionEnded = (await RetentionRules.Of(Db, chosen.Id, Cancel), Visit.Today) };
        await Count(filter);
        P = Math.Clamp(P, 1, Pages);
        Rows = await Page(filter);
        return Page();
    }

    public string Address(DocumentStage? stage, int page = 1)
    {
        var query = new QueryBuilder();
        foreach (var item in Item)
            query.Add("item", item);
        foreach (var (name, value) in new (string, string?)[]
                 { ("stage", stage?.ToString()), ("kind", Kind?.ToString()), ("attribute", Attribute?.ToString()), ("body", Body), ("section", Section?.ToString()), ("topic", Topic), ("q", Q), ("mine", Mine ? "true" : null), ("ended", Ended ? "true" : null), ("p", page > 1 ? $"{page}" : null) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return $"/office/documents{query.ToQueryString()}";
    }

    private async Task Count(DocumentFilter filter)
    {
        var states = await filter.StagesApart(Db).GroupBy(document => document.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(Cancel);
        Counts = states.GroupBy(row => row.State.Stage).ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
        Total = Stage is { } stage ? Counts.GetValueOrDefault(stage) : Counts.Values.Sum();
    }

    private async Task<IReadOnlyList<DocumentRow>> Page(DocumentFilter filter)
    {
        var sections = Db.Sections;
        return await filter.In(Db).OrderByDescending(document => document.Id).Skip((P - 1) * PerPage).Take(PerPage)
            .Select(document => new DocumentRow(
                document.Id,
                document.Title,
                document.Kind,
                document.State,
                document.Attribute,
                document.IndexNumber,
                document.PublishedOn,
                document.ScheduledAt,
                document.AssessAgainOn,
                sections.Where(section => section.Id == document.Section).Select(section => section.Name).FirstOrDefault(),
                document.History.OrderByDescending(taken => taken.Number).Select(taken => (DateTimeOffset?)taken.At).FirstOrDefault(),
                document.History.OrderByDescending(taken => taken.Number).Select(taken => taken.OfficerName).FirstOrDefault()))
            .ToListAsync(Cancel);
    }
}

/// <summary>One line of the board.</summary>
public sealed record DocumentRow(
    DocumentId Id, string Title, DocumentKind Kind, DocumentState State, DisclosureAttribute Attribute, string? IndexNumber, DateOnly? PublishedOn, DateTimeOffset? ScheduledAt, DateOnly? AssessAgainOn, string? Section, DateTimeOffset? LastAt, string? LastBy);
