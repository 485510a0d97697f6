using System.Net;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Office;

/// <summary>旁门: what is not public, or no more, stands on none of the addresses that everybody may open; a new address without a line here fails.</summary>
public sealed class SideDoorTests(YunzeSite yunze)
{
    private static readonly string[] s_bodies = ["kjj", "gxj", "yunxi-swj", "yunxi-gxkj", "yunyang-gxj", "yunze"];

    /// <summary>Each address of everybody: how it is filled in, with what belongs to the document one is looking for.</summary>
    private static readonly IReadOnlyDictionary<string, Func<Sought, IEnumerable<string>>> s_lines = new Dictionary<string, Func<Sought, IEnumerable<string>>>
    {
        ["/"] = _ => ["/"],
        ["/accessibility"] = _ => ["/accessibility"],
        ["/apply"] = _ => ["/apply"],
        ["/check/rules"] = _ => ["/check/rules"],
        ["/check/rules/{id}"] = _ => ["/check/rules/R021"],
        ["/check/{handler:regex(^sample$)?}/{name?}"] = _ => ["/check"],
        ["/data"] = _ => ["/data"],
        ["/documents/{id:guid}"] = sought => [$"/documents/{sought.Id}"],
        ["/documents/{id:guid}.json"] = sought => [$"/documents/{sought.Id}.json"],
        ["/documents/{id:guid}/attachments/{number:int}"] = sought => [$"/documents/{sought.Id}/attachments/1", $"/documents/{sought.Id}/attachments/2"],
        ["/documents/{id:guid}/attachments/{number:int}/read/{chapter:int?}"] = sought => [$"/documents/{sought.Id}/attachments/1/read", $"/documents/{sought.Id}/attachments/1/read/1"],
        ["/documents/{id:guid}/attachments/{number:int}/pictures/{picture:int}"] = sought => [$"/documents/{sought.Id}/attachments/1/pictures/1"],
        ["/documents/{id:guid}/download.docx"] = sought => [$"/documents/{sought.Id}/download.docx"],
        ["/documents/{id:guid}/download.pdf"] = sought => sought.IsPublic ? [] : [$"/documents/{sought.Id}/download.pdf"],
        ["/documents/{id:guid}/qr.svg"] = sought => [$"/documents/{sought.Id}/qr.svg"],
        ["/documents/bundle.pdf"] = sought => sought.IsPublic ? [] : [$"/documents/bundle.pdf?id={sought.Id}"],
        ["/error/{status:int}"] = _ => ["/error/404"],
        ["/feedback"] = sought => ["/feedback", $"/feedback?page=/documents/{sought.Body}"],
        ["/feed.atom"] = _ => ["/feed.atom"],
        ["/ledger"] = _ => ["/ledger"],
        ["/ledger.atom"] = _ => ["/ledger.atom"],
        ["/api/v1/public/ledger/heads"] = _ => ["/api/v1/public/ledger/heads"],
        ["/reports"] = _ => ["/reports", "/reports?year=2020"],
        ["/robots.txt"] = _ => ["/robots.txt"],
        ["/search"] = sought => ["/search?sort=date", $"/search?body={sought.Body}&sort=date", "/search?q=" + Uri.EscapeDataString("通知") + $"&body={sought.Body}"],
        ["/search/feed"] = sought => [$"/search/feed?body={sought.Body}", "/search/feed?q=" + Uri.EscapeDataString("通知") + $"&body={sought.Body}"],
        ["/alerts"] = sought => [$"/alerts?body={sought.Body}"],
        ["/alerts/confirm"] = _ => ["/alerts/confirm"],
        ["/alerts/end"] = _ => ["/alerts/end"],
        ["/site-map"] = _ => ["/site-map"],
        ["/sitemap.xml"] = _ => ["/sitemap.xml"],
        ["/sitemap/{part:int:min(0)}.xml"] = _ => ["/sitemap/0.xml", "/sitemap/1.xml"],
        ["/{body:body}"] = sought => [$"/{sought.Body}"],
        ["/{body:body}/apply"] = sought => [$"/{sought.Body}/apply"],
        ["/{body:body}/catalogue/{version:int}.csv"] = sought => [$"/{sought.Body}/catalogue/1.csv"],
        ["/{body:body}/content/{column?}"] = sought => [.. from column in (string[])["", .. StandardColumns.All.Where(column => column.Content == ColumnContent.Documents).Select(column => "/" + column.Key)] from page in Enumerable.Range(1, 3) select $"/{sought.Body}/content{column}?p={page}"],
        ["/{body:body}/feed.atom"] = sought => [$"/{sought.Body}/feed.atom"],
        ["/{body:body}/guide/{version:int?}"] = sought => [$"/{sought.Body}/guide"],
        ["/{body:body}/reports"] = sought => [$"/{sought.Body}/reports"],
        ["/{body:body}/reports/{year:int}"] = sought => [$"/{sought.Body}/reports/2020"],
        ["/{body:body}/reports/{year:int}.{format:regex(^(docx|pdf|xlsx|json)$)}"] = sought => [$"/{sought.Body}/reports/2020.json"],
        ["/{body:body}/rules"] = sought => [$"/{sought.Body}/rules"],
        ["/topics"] = _ => ["/topics"],
        ["/{body:body}/topics"] = sought => [$"/{sought.Body}/topics"],
        ["/{body:body}/topics/{topic}"] = sought => [$"/{sought.Body}/topics/huiqi", "/yunze/topics/huiqi", "/kjj/topics/keji-zhengce"],
        ["/{body:body}/topics/{topic}/booklet.pdf"] = _ => [],
        ["/api/v1/public/topics"] = _ => ["/api/v1/public/topics"],
        ["/api/v1/public/topics/{body}/{topic}"] = _ => ["/api/v1/public/topics/yunze/huiqi", "/api/v1/public/topics/kjj/keji-zhengce"],
        ["/api/v1/public/bodies"] = _ => ["/api/v1/public/bodies"],
        ["/api/v1/public/changes"] = _ => ["/api/v1/public/changes?size=1000", "/api/v1/public/changes?size=1000&after=1000"],
        ["/api/v1/public/documents.csv"] = sought => [$"/api/v1/public/documents.csv?body={sought.Body}"],
        ["/api/v1/public/documents.jsonl"] = sought => [$"/api/v1/public/documents.jsonl?body={sought.Body}"],
        ["/api/v1/public/documents/{id:guid}"] = sought => [$"/api/v1/public/documents/{sought.Id}"],
        ["/api/v1/public/documents/{id:guid}/attachments/{number:int}/chapters"] = sought => [$"/api/v1/public/documents/{sought.Id}/attachments/1/chapters"],
        ["/api/v1/public/documents/{id:guid}/attachments/{number:int}/chapters/{chapter:int}"] = sought => [$"/api/v1/public/documents/{sought.Id}/attachments/1/chapters/1"],
        ["/api/v1/reports/check"] = _ => ["/api/v1/reports/check"],
        ["/api/v1/reports/convert"] = _ => ["/api/v1/reports/convert"],
        ["/api/v1/reports/read"] = _ => ["/api/v1/reports/read"],
        ["/api/v1/rules"] = _ => ["/api/v1/rules"],
        ["/api/v1/search"] = sought => [$"/api/v1/search?body={sought.Body}&facets=1&size=50&sort=date", "/api/v1/search?q=" + Uri.EscapeDataString("通知") + $"&body={sought.Body}&size=50"],
        ["/api/v1/search/suggest"] = _ => ["/api/v1/search/suggest?q=" + Uri.EscapeDataString("通知"), "/api/v1/search/suggest?q=" + Uri.EscapeDataString("云泽市")],
        ["/api/v1/{**rest}"] = _ => ["/api/v1/nothing"],
        ["/healthz"] = _ => ["/healthz"],
        ["/healthz/ready"] = _ => ["/healthz/ready"],
        ["/openapi/{documentName}.json"] = _ => ["/openapi/v1.json"],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_address_that_everybody_may_open_has_a_line()
    {
        using var visitor = yunze.Visitor();
        var addresses = yunze.Site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiresAttribute>() is null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(address => !address.StartsWith("/office", StringComparison.Ordinal) && !IsStatic(address)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Empty(addresses.Except(s_lines.Keys));
    }

    [Fact]
    public async Task What_was_never_public_stands_nowhere()
    {
        using var visitor = yunze.Visitor();
        var hidden = await yunze.Db(async db => (await db.Documents.Where(document => document.PublishedOn == null).ToListAsync(Cancel)).GroupBy(document => (document.Body, document.State)).Select(group => group.First()).ToList());
        Assert.True(hidden.Count > 10, "the sample world has documents in every state");
        var (keys, titles) = await yunze.Db(async db => (
            await db.Bodies.ToDictionaryAsync(body => body.Id, body => body.Key, Cancel),
            await db.Documents.Readable.Select(document => document.Title).ToListAsync(Cancel)));

        var faults = new List<string>();
        foreach (var address in s_bodies.SelectMany(body => Addresses(new Sought(Guid.Empty, body, IsPublic: true))).Distinct())
        {
            var answer = await Read(visitor, address);
            faults.AddRange(from one in hidden where answer.Contains($"{one.Id.Value}", StringComparison.Ordinal) || (!titles.Exists(title => title.Contains(one.Title, StringComparison.Ordinal)) && answer.Contains(one.Title, StringComparison.Ordinal)) select $"{address}: {one.State} {one.Title}");
        }

        foreach (var one in hidden)
        {
            foreach (var address in Addresses(new Sought(one.Id.Value, keys[one.Body], IsPublic: false)).Where(address => address.Contains($"{one.Id.Value}", StringComparison.Ordinal)))
            {
                var status = (await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode;
                if (status != HttpStatusCode.NotFound)
                    faults.Add($"{address}: {status}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(20)));
    }

    [Fact]
    public async Task What_is_withdrawn_is_gone_from_every_address_at_once_and_leaves_its_tombstone()
    {
        using var visitor = yunze.Visitor();
        var (id, title, body) = await yunze.Db(async db =>
        {
            var key = await db.Bodies.Where(one => one.Key == "yunxi-swj").Select(one => one.Id).SingleAsync(Cancel);
            var document = await db.Documents.Readable.Where(one => one.Body == key && one.State == DocumentState.Public).OrderByDescending(one => one.PublishedOn).FirstAsync(Cancel);
            return (document.Id, document.Title, "yunxi-swj");
        });
        var shown = new List<string>();
        var addresses = Addresses(new Sought(id.Value, body, IsPublic: true)).ToList();
        foreach (var address in addresses)
        {
            if ((await Read(visitor, address)) is var answer && (answer.Contains($"{id.Value}", StringComparison.Ordinal) || answer.Contains(title, StringComparison.Ordinal)))
                shown.Add(address);
        }

        Assert.Contains("/", shown);
        Assert.Contains($"/{body}/feed.atom", shown);
        Assert.Contains("/sitemap/1.xml", shown);
        Assert.Contains($"/api/v1/public/documents.csv?body={body}", shown);

        await using (var scope = yunze.Site.Services.CreateAsyncScope())
        {
            var officer = await yunze.OfficerOf("yunxi-swj-publish");
            var publisher = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Officers.SingleAsync(one => one.Id == officer, Cancel);
            await scope.ServiceProvider.GetRequiredService<WithdrawDocument>().Run(id, "核对后发现内容有误", publisher, seen: null, Cancel);
        }

        var left = new List<string>();
        foreach (var address in addresses.Where(address => !address.StartsWith("/documents/", StringComparison.Ordinal) && !address.StartsWith("/api/v1/public/documents/", StringComparison.Ordinal) && !address.StartsWith("/api/v1/public/changes", StringComparison.Ordinal)))
        {
            if ((await Read(visitor, address)) is var answer && (answer.Contains($"{id.Value}", StringComparison.Ordinal) || answer.Contains(title, StringComparison.Ordinal)))
                left.Add(address);
        }

        Assert.Empty(left);
        foreach (var address in addresses.Where(address => address.StartsWith("/documents/", StringComparison.Ordinal) || address.StartsWith("/api/v1/public/documents/", StringComparison.Ordinal)))
            Assert.Contains((await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode, (HttpStatusCode[])[HttpStatusCode.Gone, HttpStatusCode.NotFound]);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(new Uri($"/documents/{id.Value}", UriKind.Relative), Cancel)).StatusCode);
        var changes = await Read(visitor, "/api/v1/public/changes?size=1000&after=500");
        Assert.Contains("withdrawn", changes[changes.IndexOf($"{id.Value}", StringComparison.Ordinal)..][..80], StringComparison.Ordinal);

        // Neither does it come back, nor does its new text show, while it is being corrected.
        const string Corrected = "更正稿还没有人审查过";
        await using (var scope = yunze.Site.Services.CreateAsyncScope())
        {
            var officer = await yunze.OfficerOf("yunxi-swj-case");
            var clerk = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Officers.SingleAsync(one => one.Id == officer, Cancel);
            var document = await scope.ServiceProvider.GetRequiredService<CorrectWithdrawn>().Run(id, clerk, seen: null, Cancel);
            var content = document.Working.Copy();
            (content.Title, content.Summary, content.Html) = (Corrected, Corrected, $"<p>{Corrected}</p>");
            await scope.ServiceProvider.GetRequiredService<EditDraft>().Run(id, content, null, clerk, seen: null, Cancel);
        }

        foreach (var address in addresses)
        {
            if ((await Read(visitor, address)).Contains(Corrected, StringComparison.Ordinal))
                left.Add(address);
        }

        Assert.Empty(left);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(new Uri($"/documents/{id.Value}", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(new Uri($"/api/v1/public/documents/{id.Value}", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Drafts_of_topics_and_guides_stand_nowhere()
    {
        const string Secret = "草稿尚未公布";
        using var visitor = yunze.Visitor();
        using var writer = await yunze.SignedIn("kjj-publish");
        (string, string)[] topic = [("title", $"{Secret}的专题"), ("introduction", $"{Secret}的导语"), ("heading1", $"{Secret}的栏"), ("column1", "a20_01")];
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.Post(writer, "/office/topics/edit?topic=keji-zhengce", topic)).StatusCode);
        await using (var scope = yunze.Site.Services.CreateAsyncScope())
        {
            var (db, officer) = (scope.ServiceProvider.GetRequiredService<GongkaiDb>(), await yunze.OfficerOf("kjj-publish"));
            var by = await db.Officers.SingleAsync(one => one.Id == officer, Cancel);
            var content = new GuideContent { OfficeName = $"{Secret}的机构", Address = $"{Secret}的地址", Phone = Secret };
            await scope.ServiceProvider.GetRequiredService<EditGuide>().Run(by.Body, content, by, seen: null, Cancel);
        }

        var found = new List<string>();
        foreach (var address in Addresses(new Sought(Guid.Empty, "kjj", IsPublic: true)).Append("/api/v1/search/suggest?q=" + Uri.EscapeDataString(Secret)).Append("/search?q=" + Uri.EscapeDataString("的专题")).Distinct())
        {
            if ((await Read(visitor, address)).Contains(Secret, StringComparison.Ordinal) && !address.Contains(Uri.EscapeDataString(Secret), StringComparison.Ordinal))
                found.Add(address);
        }

        Assert.Empty(found);
    }

    private static IEnumerable<string> Addresses(Sought sought) => s_lines.Values.SelectMany(line => line(sought));

    private static bool IsStatic(string address) => ((string[])["/css/", "/js/", "/img/", "/lib/", "/favicon"]).Any(start => address.StartsWith(start, StringComparison.Ordinal)) || address == "/{**path:file}";

    private static async Task<string> Read(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return answer.Content.Headers.ContentType?.MediaType is "application/vnd.openxmlformats-officedocument.wordprocessingml.document" or "application/pdf" ? "" : await answer.Content.ReadAsStringAsync(Cancel);
    }

    private sealed record Sought(Guid Id, string Body, bool IsPublic);
}
