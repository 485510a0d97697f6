using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>公开事项的一行: what a list says of a public document.</summary>
public sealed record ShelfItem(DocumentId Id, BodyId Body, string Title, DocumentKind Kind, InterpretationForm? Form, DateOnly PublishedOn, DateOnly UpdatedOn, string? Number, string? Summary, Validity? Validity)
{
    /// <summary>法定公开事项, by its key.</summary>
    public string? Article20Item { get; init; }
    public string? Keywords { get; init; }

    /// <summary>内容概述, where it says more than the title.</summary>
    public string? Gist => string.IsNullOrWhiteSpace(Summary) || Summary == Title ? null : Summary;

    /// <summary>Repealed or expired: said wherever the title stands.</summary>
    public bool IsEnded => Validity is Publishing.Validity.Repealed or Publishing.Validity.Expired;
}

/// <summary>A page of a list, with how many there are in all and in each year.</summary>
public sealed record ShelfPage(IReadOnlyList<ShelfItem> Items, int Total, int Number, int Size, IReadOnlyList<YearCount> Years)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>年度及件数.</summary>
public readonly record struct YearCount(int Year, int Count);
