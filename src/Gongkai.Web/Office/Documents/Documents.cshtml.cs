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
public sealed class DocumentsModel(GongkaiDb db, DocumentBoard board) : OfficePage(db)
{
    public const int PerPage = 50;

    /// <summary>Closed ones too.</summary>
    private Dictionary<SectionId, string> _sectionNames = [];

    [BindProperty(SupportsGet = true)]
    public DocumentStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DisclosureAttribute? Attribute { get; set; }

    /// <summary>五公开环节.</summary>
    [BindProperty(SupportsGet = true)]
    public OpennessStage? Openness { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    /// <summary>法定公开事项, several.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Item { get; set; } = [];

    /// <summary>栏目, by its key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Column { get; set; }

    public CatalogueColumn? ChosenColumn { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    /// <summary>Only what has been kept as long as it has to be.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>Only what stands in no statutory column.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unplaced { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<DocumentRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<DocumentStage, int> Counts { get; private set; } = new Dictionary<DocumentStage, int>();

    public int Total { get; private set; }

    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

    public string? SectionName(SectionId? section) => section is { } unit ? _sectionNames.GetValueOrDefault(unit) : null;

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
        _sectionNames = await Db.Sections.Where(section => section.Body == chosen.Id).ToDictionaryAsync(section => section.Id, section => section.Name, Cancel);
        Sections = await Choices.Sections(Db, chosen.Id, Cancel);
        var filter = new DocumentFilter { Body = chosen.Id, Stage = Stage, Kind = Kind, Attribute = Attribute, Openness = Openness, Section = Choices.Section(Section), Items = Item, Topic = Topic, Words = Q, Editor = Mine ? Me.Id : null, IsUnplaced = Unplaced };
        if (!string.IsNullOrEmpty(Column))
        {
            if ((ChosenColumn = (await Db.ColumnsOf(chosen.Id, Cancel)).FirstOrDefault(one => one.Key == Column)) is null)
                return NotFound();
            filter = filter with { Column = (ChosenColumn.Takes, Visit.Today) };
        }

        if (Ended)
            filter = filter with { RetentionEnded = (await RetentionRules.Of(Db, chosen.Id, Cancel), Visit.Today) };
        await Count(filter);
        P = Math.Clamp(P, 1, Pages);
        Rows = await board.Page(filter, Total, (P - 1) * PerPage, PerPage, Cancel);
        return Page();
    }

    public string Address(DocumentStage? stage, int page = 1)
    {
        var query = new QueryBuilder();
        foreach (var item in Item)
            query.Add("item", item);
        foreach (var (name, value) in new (string, string?)[]
                 { ("stage", stage?.ToString()), ("kind", Kind?.ToString()), ("attribute", Attribute?.ToString()), ("openness", Openness?.ToString()), ("body", Body), ("section", Section?.ToString()), ("topic", Topic), ("column", Column), ("q", Q), ("mine", Mine ? "true" : null), ("ended", Ended ? "true" : null), ("unplaced", Unplaced ? "true" : null), ("p", page > 1 ? $"{page}" : null) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return $"/office/documents{query.ToQueryString()}";
    }

    private async Task Count(DocumentFilter filter)
    {
        var states = await board.Count(filter, Cancel);
        Counts = states.GroupBy(row => row.Key.Stage).ToDictionary(group => group.Key, group => group.Sum(row => row.Value));
        Total = Stage is { } stage ? Counts.GetValueOrDefault(stage) : Counts.Values.Sum();
    }
}
