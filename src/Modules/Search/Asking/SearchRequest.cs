using Gongkai.Bodies;
using Gongkai.Publishing;

namespace Gongkai.Search;

/// <summary>检索请求: what somebody looks for.</summary>
public sealed record SearchRequest
{
    public const int LongestText = 200;
    public const int MostWords = 20;
    public const int LargestPage = 100;

    public string Text { get; init; } = "";
    public SearchMatch Match { get; init; }

    /// <summary>Its key.</summary>
    public string? Body { get; init; }
    public Level? Level { get; init; }
    public DocumentKind? Kind { get; init; }
    public string? Topic { get; init; }

    /// <summary>A column's key: of the body's own columns where a body is named, else of the standard ones.</summary>
    public string? Column { get; init; }
    public Validity? Validity { get; init; }
    public int? Year { get; init; }

    /// <summary>Days of publication, both included.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Days of the last change (publication here, revision, repeal, expiry), both included; for those who follow a search.</summary>
    public DateOnly? ChangedFrom { get; init; }
    public DateOnly? ChangedTo { get; init; }
    public bool ByDate { get; init; }

    /// <summary>The last changed first, each with what changed.</summary>
    public bool ByChange { get; init; }
    public int Page { get; init; } = 1;
    public int Size { get; init; } = 10;
    public bool WithFacets { get; init; }

    /// <summary>Asked by a program again and again: what it does not find is no news to the office.</summary>
    public bool IsRoutine { get; init; }
}

/// <summary>匹配方式.</summary>
public enum SearchMatch
{
    /// <summary>All words; when nothing has them, what comes near, and the answer says how.</summary>
    Auto,

    /// <summary>All words, somewhere.</summary>
    All,

    /// <summary>Exactly this run of characters, in title or text.</summary>
    Phrase,
}
