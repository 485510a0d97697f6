using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>专题的内容, as it is written.</summary>
public class TopicContent
{
    public const int MostSections = 12;

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Title { get; set; } = "";

    /// <summary>导语.</summary>
    public string Introduction { get; set; } = "";

    /// <summary>From when it is shown; the day of publication where nothing is said.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day; after it the topic is marked as archived and stays readable.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>飘窗: told on the home page by a small panel.</summary>
    public bool IsAnnounced { get; set; }

    /// <summary>Also documents of the bodies below: a city's topic over all its bureaus.</summary>
    public bool TakesInBelow { get; set; }

    public IReadOnlyList<TopicSection> Parts
    {
        get => Stored.Length == 0 ? [] : JsonSerializer.Deserialize<List<TopicSection>>(Stored, s_json)!;
        set => Stored = JsonSerializer.Serialize(value, s_json);
    }

    /// <summary>As it is kept: one text, so that a version is one row and the ledger covers it whole.</summary>
    internal string Stored { get; private set; } = "";

    internal bool Says(TopicContent other) => (Title, Introduction, StartsOn, EndsOn, IsAnnounced, TakesInBelow, Stored) == (other.Title, other.Introduction, other.StartsOn, other.EndsOn, other.IsAnnounced, other.TakesInBelow, other.Stored);

    internal void TakeFrom(TopicContent other) =>
        (Title, Introduction, StartsOn, EndsOn, IsAnnounced, TakesInBelow, Stored) = (other.Title, other.Introduction, other.StartsOn, other.EndsOn, other.IsAnnounced, other.TakesInBelow, other.Stored);
}

/// <summary>专题的栏: documents somebody chose, in that order, and after them those that a saved rule takes in, the newest first.</summary>
/// <param name="Heading">Of the section.</param>
/// <param name="Note">A sentence below the heading.</param>
/// <param name="Documents">Chosen one by one.</param>
/// <param name="Column">What this column shows; null asks nothing.</param>
/// <param name="Kinds">Only these kinds; empty asks nothing.</param>
/// <param name="Topics">Only these classes; empty asks nothing.</param>
public sealed record TopicSection(string Heading, string? Note, IReadOnlyList<Guid> Documents, string? Column, IReadOnlyList<DocumentKind> Kinds, IReadOnlyList<string> Topics)
{
    public bool HasRule => Column is not null || Kinds.Count > 0 || Topics.Count > 0;

    /// <summary>收录规则: those of the column, each narrowed; null where only chosen documents stand.</summary>
    public IReadOnlyList<DocumentRule>? RulesWith(CatalogueColumn? column) =>
        !HasRule ? null : column is null ? [Narrowed(DocumentRule.Nothing)] : [.. column.Takes.Select(Narrowed).Where(HoldsSomething)];

    private DocumentRule Narrowed(DocumentRule column) =>
        new(column.Items, Narrowed(column.Kinds, Kinds), Topics.Count == 0 ? column.Topics : [.. Topics.Where(topic => column.Topics.Count == 0 || column.Topics.Any(one => topic == one || topic.StartsWith(one + "\\", StringComparison.Ordinal)))])
        {
            Section = column.Section,
            Column = column.Column,
            Ended = column.Ended,
        };

    /// <exception cref="RefusedException">The column takes in none of these.</exception>
    internal void MustHoldSomething(CatalogueColumn? column, string field)
    {
        if (RulesWith(column) is { } rules && !rules.Any(HoldsSomething))
            throw new RefusedException($"“{Heading}”的收录规则什么也收不进来：所选栏目不收录这些种类或者主题分类。", field);
    }

    private bool HoldsSomething(DocumentRule rule) => !((Kinds.Count > 0 && rule.Kinds.Count == 0) || (Topics.Count > 0 && rule.Topics.Count == 0) || rule.IsEmpty);

    private static IReadOnlyList<DocumentKind> Narrowed(IReadOnlyList<DocumentKind> column, IReadOnlyList<DocumentKind> asked) =>
        asked.Count == 0 ? column : column.Count == 0 ? asked : [.. asked.Intersect(column)];
}
