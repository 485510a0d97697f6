using System.Net;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Pages;

/// <summary>网址: every page and address of the site, and nothing else.</summary>
public sealed class RouteTests(Site site)
{

    [Fact]
    public void Are_these_and_no_others()
    {
        using var visitor = site.Visitor();
        var pages = site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>().Select(page => "/" + page.AttributeRouteInfo!.Template).Where(IsPublic).Order(StringComparer.Ordinal);
        var addresses = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.Metadata.GetMetadata<RequiresAttribute>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(address => !address.StartsWith("/css/", StringComparison.Ordinal) && !address.StartsWith("/js/", StringComparison.Ordinal) && !address.StartsWith("/img/", StringComparison.Ordinal) && !address.StartsWith("/lib/", StringComparison.Ordinal) && !address.StartsWith("/favicon", StringComparison.Ordinal) && address != "/{**path:file}")
            .Where(IsPublic).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "/", "/accessibility", "/alerts", "/alerts/confirm", "/alerts/end", "/apply", "/check/rules", "/check/rules/{id}", "/check/{handler:regex(^sample$)?}/{name?}", "/data", "/documents/{id:guid}", "/documents/{id:guid}/attachments/{number:int}/read/{chapter:int?}", "/error/{status:int}", "/feedback", "/ledger", "/reports", "/search", "/site-map", "/topics",
                "/{body:body}", "/{body:body}/apply", "/{body:body}/content/{column?}", "/{body:body}/guide/{version:int?}", "/{body:body}/reports", "/{body:body}/reports/{year:int}", "/{body:body}/rules", "/{body:body}/topics", "/{body:body}/topics/{topic}",
            ],
            pages);
        Assert.Equal(
            [
                "/api/v1/public/alerts", "/api/v1/public/alerts/confirm", "/api/v1/public/alerts/end", "/api/v1/public/bodies", "/api/v1/public/changes", "/api/v1/public/documents.csv", "/api/v1/public/documents.jsonl", "/api/v1/public/documents/{id:guid}", "/api/v1/public/documents/{id:guid}/attachments/{number:int}/chapters", "/api/v1/public/documents/{id:guid}/attachments/{number:int}/chapters/{chapter:int}", "/api/v1/public/ledger/heads", "/api/v1/public/topics", "/api/v1/public/topics/{body}/{topic}",
                "/api/v1/reports/check", "/api/v1/reports/convert", "/api/v1/reports/read", "/api/v1/rules", "/api/v1/search", "/api/v1/search/suggest", "/api/v1/{**rest}", "/check/download", "/display", "/documents/bundle.pdf",
                "/documents/{id:guid}.json", "/documents/{id:guid}/attachments/{number:int}", "/documents/{id:guid}/attachments/{number:int}/pictures/{picture:int}", "/documents/{id:guid}/download.docx", "/documents/{id:guid}/download.pdf", "/documents/{id:guid}/qr.svg",
                "/feed.atom", "/healthz", "/healthz/ready", "/ledger.atom", "/openapi/{documentName}.json", "/robots.txt", "/search/feed", "/sitemap.xml", "/sitemap/{part:int:min(0)}.xml",
                "/{body:body}/catalogue/{version:int}.csv", "/{body:body}/feed.atom", "/{body:body}/reports/{year:int}.{format:regex(^(docx|pdf|xlsx|json)$)}", "/{body:body}/topics/{topic}/booklet.pdf",
            ],
            addresses);
    }

    /// <summary>Those of the office stand in the table of its permissions.</summary>
    private static bool IsPublic(string route) => !route.StartsWith("/office", StringComparison.Ordinal);

    [Fact]
    public void Begin_with_words_that_no_body_may_take()
    {
        using var visitor = site.Visitor();
        var first = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0].Split('.')[0]).Where(segment => segment.Length > 1 && !segment.StartsWith('{')).Distinct();

        Assert.DoesNotContain(first, segment => !Gongkai.Bodies.BodyKey.Reserved.Contains(segment));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/check")]
    [InlineData("/check/rules")]
    [InlineData("/check/rules/R021")]
    [InlineData("/search")]
    [InlineData("/healthz")]
    [InlineData("/healthz/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/rules")]
    public async Task Answer(string address)
    {
        using var visitor = site.Visitor();

        var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Send_Chinese_as_it_is()
    {
        using var visitor = site.Visitor();

        var page = await visitor.GetStringAsync(new Uri("/check", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("<h1>年报体检</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/check")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/rules")]
    [InlineData("/healthz")]
    public async Task Carry_the_security_headers(string address)
    {
        using var visitor = site.Visitor();

        var headers = (await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        // A page that everybody may see may be kept, if it is asked for again each time.
        Assert.Contains(address == "/" ? "no-cache" : "no-store", headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Serve_style_sheets_that_may_be_kept()
    {
        using var visitor = site.Visitor();

        var answer = await visitor.GetAsync(new Uri("/css/tokens.css", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }
}
