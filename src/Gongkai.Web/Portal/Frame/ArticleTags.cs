namespace Gongkai.Web.Portal.Frame;

/// <summary>内容标签: ArticleTitle, PubDate and ContentSource of a page that is one text.</summary>
public sealed record ArticleTags(string Title, DateOnly PublishedOn, string Source)
{
    public string? Keywords { get; init; }

    public string? Description { get; init; }

    /// <summary>永久地址.</summary>
    public string? Address { get; init; }
}
