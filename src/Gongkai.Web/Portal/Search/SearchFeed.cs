using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Search;
using Gongkai.Web.Portal.Feeds;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Portal.Search;

/// <summary>检索的订阅源: `/search/feed?q=…`, the documents that a search finds, the last changed first, each with what changed, as Atom.</summary>
public static class SearchFeed
{
    private const int Most = 50;

    public static void MapSearchFeed(this IEndpointRouteBuilder app) => app.MapGet("/search/feed", Send).ExcludeFromDescription();

    private static async Task<IResult> Send(HttpContext http, GongkaiDb db, ISearch search, PortalVisit visit)
    {
        try
        {
            var tree = await visit.Tree(http.RequestAborted);
            var followed = await FollowedSearch.Read(http.Request.Query, db, tree, http.RequestAborted);
            var answer = await search.Find(followed.Question with { Size = Most, Page = 1, ByChange = true, WithFacets = false, IsRoutine = true }, http.RequestAborted);

            // What only comes near is nothing new to whoever follows these words.
            var items = answer.Relaxed is null ? answer.Items : [];
            return Results.Bytes(
                AtomFeed.Write($"{visit.SiteName} · {followed.Name}", Addresses.Of(http.Request), followed.Feed, [.. items.Select(item => Entry(item, tree))], item => tree.Find(item.Body)?.Name ?? visit.SiteName, followed.Page),
                "application/atom+xml; charset=utf-8");
        }
        catch (RefusedException refused)
        {
            return Results.Text(refused.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (IndexMissingException missing)
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.Text(missing.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ShelfItem Entry(FoundDocument found, BodyTree tree)
    {
        var last = found.Changes is [.., var change] ? change : null;
        return new ShelfItem(
            new DocumentId(found.Id), tree.Find(found.Body)?.Id ?? default, found.Title, default, null, found.PublishedOn, last?.On ?? found.PublishedOn, found.DocumentNumber, $"{(last is null ? "" : $"{last.Told}。")}{string.Concat(found.Snippet.Select(part => part.Text))}", null);
    }
}
