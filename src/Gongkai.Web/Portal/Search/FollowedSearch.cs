using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web.Portal.Search;

/// <summary>可以订阅的检索: what people call it, and the addresses it stands at.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Name">关于“创新券”、市科技局的公开信息.</param>
/// <param name="Query">Of every address it stands at, from the question mark.</param>
public sealed record FollowedSearch(SearchRequest Question, string Name, string Query)
{
    private static readonly string[] s_kept = ["q", "match", "body", "level", "kind", "topic", "column", "validity", "year", "from", "to"];

    public string Page => $"/search{Query}";

    public string Feed => $"/search/feed{Query}";

    /// <exception cref="RefusedException">A value is none that is known.</exception>
    public static async Task<FollowedSearch> Read(IQueryCollection query, GongkaiDb db, BodyTree tree, CancellationToken cancel)
    {
        var asked = Asked.Read(query) with { ByDate = true };
        if (asked.Text.Length > SearchRequest.LongestText)
            throw new RefusedException($"检索词最多{SearchRequest.LongestText}个字。", "q");
        var kept = s_kept.Select(name => KeyValuePair.Create(name, (string?)query[name].ToString().Trim())).Where(one => one.Value is { Length: > 0 and <= 200 });
        var body = asked.Body is { } key ? tree.Find(key) ?? throw new RefusedException("没有这个机关。", "body") : null;
        string?[] parts =
        [
            asked.Text.Trim() is { Length: > 0 } text ? $"“{text}”" : null,
            body?.ShortName,
            asked.Column is { } column ? (body is null ? StandardColumns.All : await db.ColumnsOf(body.Id, cancel)).FirstOrDefault(one => one.Key == column)?.Name ?? throw new RefusedException("没有这个栏目。", "column") : null,
            asked.Level?.Name,
            asked.Kind?.Name,
            asked.Topic?.Replace('\\', '·'),
            asked.Validity?.Name,
            asked.Year is { } year ? $"{year}年" : null,
        ];
        var named = string.Join('、', parts.OfType<string>());
        return new FollowedSearch(asked, named.Length == 0 ? "全部公开信息" : $"关于{named}的公开信息", QueryHelpers.AddQueryString("", kept));
    }
}
