using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>收录规则: which documents a column or a line shows; a list that is empty asks nothing.</summary>
public sealed record DocumentRule(IReadOnlyList<string> Items, IReadOnlyList<DocumentKind> Kinds, IReadOnlyList<string> Topics)
{
    public static DocumentRule Nothing { get; } = new([], [], []);

    /// <summary>Only of this section.</summary>
    public SectionId? Section { get; init; }

    /// <summary>Only what was put into this column, by its key.</summary>
    public string? Column { get; init; }

    /// <summary>Only what is repealed or expired.</summary>
    public bool Ended { get; init; }

    /// <summary>A rule that asks nothing shows nothing.</summary>
    public bool IsEmpty => Items.Count == 0 && Kinds.Count == 0 && Topics.Count == 0 && Column is null && !Ended;

    public bool Holds(DocumentFacets document) => !IsEmpty
        && (Items.Count == 0 || (document.Article20Item is { } item && Items.Contains(item)))
        && (Kinds.Count == 0 || Kinds.Contains(document.Kind))
        && (Topics.Count == 0 || (document.Topic is { } topic && Topics.Any(one => topic == one || topic.StartsWith(one + "\\", StringComparison.Ordinal))))
        && (Section is null || document.Section == Section)
        && (Column is null || document.Column == Column)
        && (!Ended || document.IsEnded);

    /// <exception cref="RefusedException">It names what there is not.</exception>
    public DocumentRule Demand()
    {
        if (Items.FirstOrDefault(item => Classes.Item(item) is null) is { } strange)
            throw new RefusedException($"没有法定公开事项“{strange}”。", "items");
        if (Topics.FirstOrDefault(topic => !IsTopic(topic)) is { } unknown)
            throw new RefusedException($"没有主题分类“{unknown}”。", "topics");
        return this;
    }

    /// <summary>Of the first or the second level.</summary>
    internal static bool IsTopic(string topic) => Classes.Topics.Any(one => one == topic || one.StartsWith(topic + "\\", StringComparison.Ordinal));

    // As it is kept: one value a line.
    internal static string Join(IEnumerable<string> values) => string.Join('\n', values);

    internal static string Join(IEnumerable<DocumentKind> kinds) => Join(kinds.Select(Words.Of));

    internal static IReadOnlyList<string> Split(string stored) => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>分类要素: by what documents are put into columns and lines.</summary>
public readonly record struct DocumentFacets(DocumentKind Kind, string? Article20Item, string? Topic, SectionId? Section)
{
    /// <summary>栏目 somebody chose, by its key.</summary>
    public string? Column { get; init; }

    /// <summary>Repealed or expired on the day in question.</summary>
    public bool IsEnded { get; init; }
}

public static class DocumentRules
{
    extension(IEnumerable<DocumentRule> rules)
    {
        /// <summary>By one rule or another.</summary>
        public bool Hold(DocumentFacets document) => rules.Any(rule => rule.Holds(document));
    }
}
