using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>事项筛选: what lists of documents are narrowed by; the same for the board and for programs.</summary>
public sealed record DocumentFilter
{
    /// <summary>The bodies one may look into; null for every one.</summary>
    public IReadOnlyCollection<BodyId>? Within { get; init; }
    public BodyId? Body { get; init; }
    public SectionId? Section { get; init; }
    public DocumentStage? Stage { get; init; }
    public DocumentState? State { get; init; }
    public DocumentKind? Kind { get; init; }
    public DisclosureAttribute? Attribute { get; init; }

    /// <summary>五公开环节.</summary>
    public OpennessStage? Openness { get; init; }

    /// <summary>法定公开事项; none asks nothing.</summary>
    public IReadOnlyCollection<string> Items { get; init; } = [];

    /// <summary>主题分类, of the first or second level.</summary>
    public string? Topic { get; init; }

    /// <summary>未归入栏目: to be public or public already, and without a statutory item, so that no statutory column shows it.</summary>
    public bool IsUnplaced { get; init; }

    /// <summary>栏目: what a column takes in, on this day; null asks nothing.</summary>
    public (IReadOnlyList<DocumentRule> Takes, DateOnly Today)? Column { get; init; }

    /// <summary>A document this person wrote at.</summary>
    public OfficerId? Editor { get; init; }

    /// <summary>到期: by these rules of the body, on this day.</summary>
    public (RetentionRules Rules, DateOnly Today)? RetentionEnded { get; init; }

    /// <summary>In the title, or a 文号 or 索引号.</summary>
    public string? Words { get; init; }

    public IQueryable<Document> In(GongkaiDb db) => InStage(StagesApart(db));

    /// <summary>The documents of all stages, so that each stage can be counted.</summary>
    public IQueryable<Document> StagesApart(GongkaiDb db) => Narrowed(db, db.Documents.AsNoTracking());

    /// <summary>The same, from documents that were found some way already.</summary>
    internal IQueryable<Document> In(GongkaiDb db, IQueryable<Document> documents) => InStage(Narrowed(db, documents));

    /// <summary>Whether it asks only for what is tallied, and stands in the index of the board.</summary>
    internal bool IsTallied => Openness is null && !IsUnplaced && Editor is null && Items.Count == 0 && Column is null && string.IsNullOrEmpty(Topic) && RetentionEnded is null && string.IsNullOrWhiteSpace(Words);

    private IQueryable<Document> InStage(IQueryable<Document> found)
    {
        if (Stage is not { } stage)
            return found;
        var states = stage.States;
        return found.Where(document => states.Contains(document.State));
    }

    private IQueryable<Document> Narrowed(GongkaiDb db, IQueryable<Document> found)
    {
        if (Body is { } body)
            found = found.Where(document => document.Body == body);
        else if (Within?.ToList() is { } within)
            found = found.Where(document => within.Contains(document.Body));
        if (Section is { } section)
            found = found.Where(document => document.Section == section);
        if (State is { } state)
            found = found.Where(document => document.State == state);
        if (Kind is { } kind)
            found = found.Where(document => document.Kind == kind);
        if (Attribute is { } attribute)
            found = found.Where(document => document.Attribute == attribute);
        if (Openness is { } openness)
            found = found.Where(document => document.Stage == openness);
        if (IsUnplaced)
            found = found.Where(document => document.Article20Item == null && document.Column == null && document.Attribute == DisclosureAttribute.Proactive && document.State != DocumentState.Discarded);
        if (Editor is { } editor)
        {
            // From the few a person wrote at, not from the hundred thousand.
            var written = db.Documents.SelectMany(document => document.Editors.Where(one => one.Officer == editor), (document, _) => document.Id);
            found = found.Where(document => written.Contains(document.Id));
        }

        if (Items.Count > 0)
            found = found.Where(document => Items.Contains(document.Article20Item!));
        if (Topic is { Length: > 0 } topic)
        {
            var within = Classes.Topics.Where(one => one == topic || one.StartsWith(topic + "\\", StringComparison.Ordinal)).ToList();
            found = found.Where(document => within.Contains(document.Topic!));
        }

        if (Column is { } column)
            found = found.Where(ShelfRules.Of(column.Takes, column.Today));
        if (RetentionEnded is { } ended)
            found = ended.Rules.Ended(found, ended.Today);
        return string.IsNullOrWhiteSpace(Words) ? found : Naming(found, Words.Trim());
    }

    /// <summary>The tallies of all stages; null where the filter asks for what is not tallied.</summary>
    internal IQueryable<DocumentTally>? Tallies(GongkaiDb db)
    {
        if (!IsTallied)
            return null;
        IQueryable<DocumentTally> found = db.DocumentTallies.AsNoTracking();
        if (Body is { } body)
            found = found.Where(tally => tally.Body == body);
        else if (Within?.ToList() is { } within)
            found = found.Where(tally => within.Contains(tally.Body));
        if (Section is { } section)
            found = found.Where(tally => tally.Section == section);
        if (State is { } state)
            found = found.Where(tally => tally.State == state);
        if (Kind is { } kind)
            found = found.Where(tally => tally.Kind == kind);
        if (Attribute is { } attribute)
            found = found.Where(tally => tally.Attribute == attribute);
        return found;
    }

    private static IQueryable<Document> Naming(IQueryable<Document> found, string words) =>
        found.Where(document => document.Title.Contains(words) || document.IndexNumber == words || document.Versions.Any(version => version.DocumentNumber == words));
}

/// <summary>工作阶段: the states of a document as a desk has them in its trays.</summary>
public enum DocumentStage
{
    Drafting,
    InReview,
    Ready,
    Public,
    Withheld,
    Withdrawn,
    Discarded,
}

public static class DocumentStages
{
    private static readonly DocumentState[][] s_states =
    [
        [DocumentState.Draft],
        [DocumentState.InReview, DocumentState.RevisionInReview, DocumentState.CorrectionInReview],
        [DocumentState.Approved, DocumentState.Scheduled, DocumentState.RevisionApproved, DocumentState.RevisionScheduled, DocumentState.CorrectionApproved],
        [DocumentState.Public, DocumentState.Revising, DocumentState.Archived],
        [DocumentState.Withheld],
        [DocumentState.Withdrawn, DocumentState.Correcting],
        [DocumentState.Discarded],
    ];

    extension(DocumentStage stage)
    {
        public IReadOnlyList<DocumentState> States => s_states[(int)stage];

        public string Name => stage switch
        {
            DocumentStage.Drafting => "起草",
            DocumentStage.InReview => "审查中",
            DocumentStage.Ready => "待公开",
            DocumentStage.Public => "已公开",
            DocumentStage.Withheld => "不主动公开",
            DocumentStage.Withdrawn => "已撤下",
            DocumentStage.Discarded => "已作废",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
    }
}

public static class StagesOfStates
{
    extension(DocumentState state)
    {
        public DocumentStage Stage => Enum.GetValues<DocumentStage>().First(stage => stage.States.Contains(state));
    }
}
