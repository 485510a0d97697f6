using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>导入来源: under which key a document came in and what its source said of it; importing the same key again does nothing. Written once.</summary>
public sealed class ImportedItem
{
    public required BodyId Body { get; init; }

    /// <summary>The key it had where it came from.</summary>
    public required string ExternalId { get; init; }
    public required DocumentId Document { get; init; }

    /// <summary>The file, and where in it.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of what stood there, so that a later import can say that it has changed.</summary>
    public required string Digest { get; init; }

    /// <summary>原网址.</summary>
    public string? Address { get; init; }

    /// <summary>原公开日期.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>原栏目.</summary>
    public string? Column { get; init; }

    /// <summary>原网站所标有效性.</summary>
    public string? Validity { get; init; }

    /// <summary>What else the source said, as JSON.</summary>
    public string? Notes { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
}
