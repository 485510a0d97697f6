using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>查阅条件: which public documents a visitor wants to see, in words that can stand in an address.</summary>
public sealed record ShelfQuestion
{
    public const int MostOnPage = 100;

    /// <summary>Of these bodies; empty for every body.</summary>
    public IReadOnlyCollection<BodyId> Bodies { get; init; } = [];

    /// <summary>Only these documents; null asks nothing.</summary>
    public IReadOnlyCollection<DocumentId>? Among { get; init; }

    /// <summary>What columns show: one rule or another takes it in; null asks nothing.</summary>
    public IReadOnlyList<DocumentRule>? Rules { get; init; }
    public DocumentKind? Kind { get; init; }

    /// <summary>主题分类, of the first or second level.</summary>
    public string? Topic { get; init; }

    /// <summary>公开年度.</summary>
    public int? Year { get; init; }

    /// <summary>Published on this day or before: what a column held when it was archived.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>只看有效, or only what is repealed or expired; null for both.</summary>
    public bool? InForce { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
    public int Size { get; init; } = 20;
}
