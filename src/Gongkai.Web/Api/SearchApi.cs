using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Search;
using Gongkai.Web.Portal.Search;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Api;

/// <summary>检索接口: open to everybody, finds what everybody may read.</summary>
public static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        var search = api.MapGroup("").WithTags("检索").RequireRateLimiting(Gates.Search).AddEndpointFilter(TellTheLimit).ProducesProblem(StatusCodes.Status429TooManyRequests);
        search.MapGet("/search", Find).WithName("search").WithSummary("检索公开的政府信息")
            .WithDescription("match：auto（缺省）先找含有全部词语的，没有时放宽并在 relaxed 说明；all 含有全部词语；phrase 标题或正文、附件含有这一串文字，全角半角、括号样式、大小写、繁简不论。" +
                "q 为空时按条件列出。可以限定 body、level、kind、topic、column、validity、year、from、to（公开日期，含当日）；facets=1 时给出各方面的件数，各方面自己的限定不计在内，其中 column 在限定 body 时是该机关的栏目，from 是近一个月、三个月、一年的起始日期。total 是准确的总数，翻页没有上限。snippet 已转义，命中的词语在 mark 之中。")
            .Produces<SearchResult>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        search.MapGet("/search/suggest", Suggest).WithName("suggest").WithSummary("检索联想：含有已输入文字的标题和机关名称").Produces<IReadOnlyList<SearchSuggestion>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static ValueTask<object?> TellTheLimit(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        Gates.Tell(call.HttpContext, Gates.Search, limits => limits.SearchesPerMinute);
        return next(call);
    }

    private static async Task<IResult> Suggest(HttpContext http, ISearch search, string? q, string? body) =>
        Results.Ok((await search.Suggest(q, body, http.RequestAborted)).Select(one => new SearchSuggestion(one.Text, one.Url)));

    private static async Task<IResult> Find(HttpContext http, ISearch search, string? q, string? match, string? body, string? level, string? kind, string? topic, string? column, string? validity, string? year, string? from, string? to, string? sort, string? page, string? size, string? facets)
    {
        // The names above are what the description of the interface lists; the words are read where the page reads them.
        _ = (q, match, body, level, kind, topic, column, validity, year, from, to, sort, page, size, facets);
        var answer = await search.Find(Asked.Read(http.Request.Query), http.RequestAborted);
        return Results.Ok(new SearchResult(
            answer.Total,
            [.. answer.Items.Select(item => new SearchItem(
                $"{item.Id}", item.ExternalId ?? "", item.Title, item.Url, item.Body, item.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Html(item.Snippet), item.Score,
                item.DocumentNumber, item.IndexNumber, item.Validity, item.In is { } place ? new SearchPlace($"{item.Url}{place.Path}", place.Name, place.Page) : null))],
            answer.Facets is { } counted ? new SearchCounts(Counts(counted.Body), Counts(counted.Year), Counts(counted.Topic), Counts(counted.Validity), Counts(counted.Kind), Counts(counted.Level), Counts(counted.Column), Counts(counted.Recent)) : null,
            answer.Relaxed,
            answer.IsRebuilding));
    }

    private static IReadOnlyList<SearchCount> Counts(IReadOnlyList<FacetValue> values) => [.. values.Select(value => new SearchCount(value.Key, value.Count))];

    private static string Html(IReadOnlyList<MarkedPart> parts)
    {
        var html = new StringBuilder();
        foreach (var part in parts)
            html.Append(part.IsMarked ? "<mark>" : "").Append(WebUtility.HtmlEncode(part.Text)).Append(part.IsMarked ? "</mark>" : "");
        return html.ToString();
    }
}

/// <summary>检索结果.</summary>
/// <param name="Total">准确的总数。</param>
/// <param name="Items">这一页的文件。</param>
/// <param name="Facets">各方面的件数；没有要求时为空。</param>
/// <param name="Relaxed">没有含有全部词语的文件时，作了怎样的放宽；没有放宽时为空。</param>
/// <param name="Rebuilding">索引正在重建，结果可能不含最近公开的文件。</param>
public sealed record SearchResult(int Total, IReadOnlyList<SearchItem> Items, SearchCounts? Facets, string? Relaxed, bool Rebuilding);

/// <summary>找到的文件.</summary>
/// <param name="Id">编号。</param>
/// <param name="ExternalId">迁入前的编号；不是迁入的为空。</param>
/// <param name="Title">标题。</param>
/// <param name="Url">地址。</param>
/// <param name="Body">机关的网址名。</param>
/// <param name="PublishedOn">公开日期。</param>
/// <param name="Snippet">摘要，HTML，命中的词语在 mark 之中。</param>
/// <param name="Score">相关度。</param>
/// <param name="DocumentNumber">发文字号。</param>
/// <param name="IndexNumber">索引号。</param>
/// <param name="Validity">有效性：in_force、amended、repealed、expired。</param>
/// <param name="In">摘要出自哪个附件、第几页。</param>
public sealed record SearchItem(string Id, string ExternalId, string Title, string Url, string Body, string PublishedOn, string Snippet, float Score, string? DocumentNumber, string? IndexNumber, string? Validity, SearchPlace? In);

/// <summary>联想.</summary>
/// <param name="Text">标题或者机关名称。</param>
/// <param name="Url">地址。</param>
public sealed record SearchSuggestion(string Text, string Url);

/// <summary>所在附件.</summary>
public sealed record SearchPlace(string Url, string Name, int? Page);

/// <summary>各方面的件数.</summary>
public sealed record SearchCounts(IReadOnlyList<SearchCount> Body, IReadOnlyList<SearchCount> Year, IReadOnlyList<SearchCount> Topic, IReadOnlyList<SearchCount> Validity, IReadOnlyList<SearchCount> Kind, IReadOnlyList<SearchCount> Level, IReadOnlyList<SearchCount> Column, IReadOnlyList<SearchCount> From);

/// <summary>一项的件数.</summary>
public sealed record SearchCount(string Key, int Count);
