using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>给程序的入口: feeds, site map, what robots may do.</summary>
public static class FeedAddresses
{
    private const int InFeed = 50;

    /// <summary>Addresses one site map may hold by its own rules.</summary>
    private const int InSiteMap = 50_000;

    private const string SiteMap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("").ExcludeFromDescription();
        feeds.MapGet("/feed.atom", SendFeed);
        feeds.MapGet("/{body:body}/feed.atom", SendFeedOf);
        feeds.MapGet("/sitemap.xml", SendSiteMaps);
        feeds.MapGet("/sitemap/{part:int:min(0)}.xml", SendSiteMap);
        feeds.MapGet("/robots.txt", SendRobots);
    }

    private static async Task<IResult> SendFeed(HttpContext http, PublicShelf shelf, PortalVisit visit)
    {
        var tree = await visit.Tree(http.RequestAborted);
        var items = await shelf.Newest(new ShelfQuestion(), InFeed, http.RequestAborted);
        return Feed(AtomFeed.Write($"{visit.SiteName} · 最新公开", Addresses.Of(http.Request), "/feed.atom", items, item => tree.Find(item.Body)?.Name ?? visit.SiteName));
    }

    private static async Task<IResult> SendFeedOf(HttpContext http, PublicShelf shelf, PortalVisit visit, string body)
    {
        if (!await visit.Enter(body, http.RequestAborted))
            return Results.NotFound();
        var items = await shelf.Newest(new ShelfQuestion { Bodies = [visit.Body!.Id] }, InFeed, http.RequestAborted);
        return Feed(AtomFeed.Write($"{visit.Body.Name} · 最新公开", Addresses.Of(http.Request), $"/{body}/feed.atom", items, _ => visit.Body.Name));
    }

    private static IResult Feed(byte[] content) => Results.Bytes(content, "application/atom+xml; charset=utf-8");

    /// <summary>The first part is the pages, each other a range of the documents in the order of their ids, which never change.</summary>
    private static async Task<IResult> SendSiteMaps(HttpContext http, PublicShelf shelf)
    {
        var site = Addresses.Of(http.Request);
        var documents = await shelf.In(new ShelfQuestion()).CountAsync(http.RequestAborted);
        return Xml("sitemapindex", map =>
        {
            for (var part = 0; part <= (documents + InSiteMap - 1) / InSiteMap; part++)
                Entry(map, "sitemap", $"{site}/sitemap/{part}.xml", null);
        });
    }

    private static async Task<IResult> SendSiteMap(HttpContext http, PublicShelf shelf, PortalVisit visit, ReportsOfSiteMap reports, MapOfTopics topics, int part)
    {
        var site = Addresses.Of(http.Request);
        if (part == 0)
        {
            var pages = await Pages(visit, reports, http.RequestAborted);
            pages.AddRange(await topics.Addresses(http.RequestAborted));
            return Xml("urlset", map => pages.ForEach(page => Entry(map, "url", $"{site}{page}", null)));
        }

        var rows = await shelf.In(new ShelfQuestion()).OrderBy(document => document.Id).Skip((part - 1) * InSiteMap).Take(InSiteMap)
            .Select(document => new { document.Id, document.UpdatedOn, document.PublishedOn }).ToListAsync(http.RequestAborted);
        return rows.Count == 0 ? Results.NotFound() : Xml("urlset", map => rows.ForEach(row => Entry(map, "url", $"{site}/documents/{row.Id.Value}", row.UpdatedOn ?? row.PublishedOn)));
    }

    private static async Task<List<string>> Pages(PortalVisit visit, ReportsOfSiteMap reports, CancellationToken cancel)
    {
        List<string> pages = ["/", "/search", "/apply", "/reports", "/topics", "/data", "/site-map", "/accessibility", "/check", "/check/rules"];
        var tree = await visit.Tree(cancel);
        var years = await reports.Years(cancel);
        foreach (var body in tree.All.Where(body => body.Kind != BodyKind.Operator).OrderBy(body => body.Key, StringComparer.Ordinal))
        {
            pages.Add($"/{body.Key}");
            pages.AddRange(PortalColumns.Fixed.Select(column => $"/{body.Key}/{column.Segment}"));
            pages.AddRange(years[body.Id].Select(year => $"/{body.Key}/reports/{year}"));
        }

        return pages;
    }

    private static IResult SendRobots(HttpContext http) => Results.Text(
        $"""
        User-agent: *
        Disallow: /office
        Disallow: /api/
        Disallow: /check/download
        Disallow: /documents/bundle.pdf
        Disallow: /documents/*/download.
        Disallow: /*/booklet.pdf
        Sitemap: {Addresses.Of(http.Request)}/sitemap.xml

        """,
        "text/plain",
        Encoding.UTF8);

    private static IResult Xml(string root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var map = XmlWriter.Create(bytes))
        {
            map.WriteStartElement(root, SiteMap);
            write(map);
            map.WriteEndElement();
        }

        return Results.Bytes(bytes.ToArray(), "application/xml; charset=utf-8");
    }

    private static void Entry(XmlWriter map, string name, string address, DateOnly? changed)
    {
        map.WriteStartElement(name, SiteMap);
        map.WriteElementString("loc", SiteMap, address);
        if (changed is { } day)
            map.WriteElementString("lastmod", SiteMap, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        map.WriteEndElement();
    }
}
