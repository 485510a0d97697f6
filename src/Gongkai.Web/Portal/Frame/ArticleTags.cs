using Gongkai.Data;

namespace Gongkai.Web.Portal.Frame;

/// <summary>内容标签: ArticleTitle, PubDate and ContentSource of a page that is one text.</summary>
/// <param name="Title">标题.</param>
/// <param name="PublishedAt">PubDate, by the minute in Beijing: 2026-03-02 09:30.</param>
/// <param name="Source">来源.</param>
public sealed record ArticleTags(string Title, string PublishedAt, string Source)
{
    /// <summary>The minute of the first publication here; of what was moved in only the day is known.</summary>
    public static string Minute(DateOnly published, DateTimeOffset here) =>
        here.LegalDate == published ? $"{here.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}" : $"{published:yyyy-MM-dd} 00:00";

    public string? Keywords { get; init; }

    public string? Description { get; init; }

    /// <summary>永久地址.</summary>
    public string? Address { get; init; }
}
