using System.Net;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Tests.Pages;

/// <summary>主机名、反向代理: the site answers to its own names only, and believes only proxies it was told of.</summary>
public sealed class HostTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/feed.atom")]
    [InlineData("/robots.txt")]
    [InlineData("/api/v1/rules")]
    [InlineData("/office/sign-in")]
    [InlineData("/healthz")]
    public async Task A_foreign_name_is_refused_everywhere_and_never_repeated(string address)
    {
        using var answer = await Ask(site, address, "evil.example");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("不是本站的网址", said, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:5080")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]:5080")]
    public async Task Who_sits_at_the_machine_is_answered(string host)
    {
        using var answer = await Ask(site, "/robots.txt", host);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("localhost.evil.example")]
    [InlineData("evil.example:80@localhost")]
    public async Task What_only_looks_like_it_is_refused(string host)
    {
        using var answer = await Ask(site, "/robots.txt", host);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Addresses_begin_with_what_was_set_whatever_name_was_asked()
    {
        await using var own = Site.With(("Gongkai:Site:PublicAddress", "https://www.yunze.example/"), ("Gongkai:Site:Hosts:0", "inner.yunze.example"));
        foreach (var host in (string[])["www.yunze.example", "WWW.Yunze.Example", "inner.yunze.example", "localhost"])
        {
            using var answer = await Ask(own, "/robots.txt", host);
            Assert.Contains("Sitemap: https://www.yunze.example/sitemap.xml", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using var foreign = await Ask(own, "/robots.txt", "yunze.example");
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5/32")]
    [InlineData("192.168.0.0/16", "192.168.0.0/16")]
    [InlineData("::1", "::1/128")]
    [InlineData("proxy", null)]
    public void A_proxy_is_an_address_or_a_network(string text, string? network) => Assert.Equal(network, ForwardedVisitors.NetworkOf(text)?.ToString());

    [Fact]
    public async Task Behind_a_known_proxy_each_visitor_has_his_own_limit_and_elsewhere_nobody_can_invent_one()
    {
        await using var trusting = Site.With(("Gongkai:Site:OpenDataPerMinute", "2"), ("Gongkai:Site:Proxies:0", "10.0.0.0/8"));
        Assert.Equal([200, 200, 429, 200], await Statuses(trusting, "10.0.0.5", "203.0.113.1", "203.0.113.1", "203.0.113.1", "203.0.113.2"));

        // Somebody who is no proxy, and the word of a visitor before the proxy's own.
        Assert.Equal([200, 200, 429], await Statuses(trusting, "198.51.100.7", "203.0.113.3", "203.0.113.4", "203.0.113.5"));
        Assert.Equal([200, 200, 429], await Statuses(trusting, "10.0.0.5", "1.1.1.1, 203.0.113.6", "2.2.2.2, 203.0.113.6", "3.3.3.3, 203.0.113.6"));

        await using var plain = Site.With(("Gongkai:Site:OpenDataPerMinute", "2"));
        Assert.Equal([200, 200, 429], await Statuses(plain, "10.0.0.5", "203.0.113.1", "203.0.113.2", "203.0.113.3"));
    }

    private static async Task<List<int>> Statuses(Site site, string from, params string[] forwarded)
    {
        List<int> statuses = [];
        foreach (var visitor in forwarded)
        {
            var answer = await site.Server.SendAsync(
                http =>
                {
                    http.Connection.RemoteIpAddress = IPAddress.Parse(from);
                    (http.Request.Method, http.Request.Path, http.Request.Scheme, http.Request.Host) = ("GET", "/api/v1/public/bodies", "http", new("localhost"));
                    http.Request.Headers["X-Forwarded-For"] = visitor;
                },
                Cancel);
            statuses.Add(answer.Response.StatusCode);
        }

        return statuses;
    }

    private static async Task<HttpResponseMessage> Ask(Site site, string address, string host)
    {
        using var visitor = site.Visitor();
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        asked.Headers.TryAddWithoutValidation("Host", host);
        return await visitor.SendAsync(asked, Cancel);
    }
}
