using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Gongkai.Data;
using Gongkai.Search;
using Gongkai.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Office;

/// <summary>订阅: the feed of a search, and the pages by which letters are asked for, confirmed and ended.</summary>
public sealed class AlertPagesTests(YunzeSite yunze)
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_feed_of_a_search_has_what_the_search_finds_the_last_changed_first_with_what_changed()
    {
        using var visitor = yunze.Visitor();
        var query = $"?q={Uri.EscapeDataString("通知")}&body=kjj";
        JsonElement found = default;
        for (var turn = 0; turn < 100 && (found.ValueKind == JsonValueKind.Undefined || found.GetProperty("total").GetInt32() == 0); turn++)
        {
            await Task.Delay(200, Cancel);
            found = await visitor.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/search{query}&sort=date&size=100", UriKind.Relative), Cancel);
        }

        var answer = await visitor.GetAsync(new Uri($"/search/feed{query}", UriKind.Relative), Cancel);
        var feed = XDocument.Parse(await YunzeSite.Text(answer)).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("关于“通知”、市科技局的公开信息", feed.Element(s_atom + "title")!.Value, StringComparison.Ordinal);
        var entries = feed.Elements(s_atom + "entry").ToList();
        var total = found.GetProperty("total").GetInt32();
        Assert.InRange(total, 1, 100);
        Assert.Equal(Math.Min(total, 50), entries.Count);
        Assert.Subset(found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!).ToHashSet(), entries.Select(entry => entry.Element(s_atom + "title")!.Value).ToHashSet());
        Assert.Equal(entries.Select(entry => entry.Element(s_atom + "updated")!.Value).OrderDescending(StringComparer.Ordinal), entries.Select(entry => entry.Element(s_atom + "updated")!.Value));
        Assert.All(entries, entry => Assert.Matches("^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(新公开|修订|迁入本平台|废止|失效|宣布|有效期)", entry.Element(s_atom + "summary")!.Value));
        Assert.All(feed.Elements(s_atom + "entry"), entry => Assert.Equal("云泽市科学技术局", entry.Element(s_atom + "author")!.Element(s_atom + "name")!.Value));
        Assert.Contains($"href=\"/search/feed{query}\"", (await YunzeSite.Text(await visitor.GetAsync(new Uri($"/search{query}", UriKind.Relative), Cancel))).Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search/feed?body=nobody")]
    [InlineData("/search/feed?kind=nothing")]
    [InlineData("/search/feed?column=nothing")]
    public async Task A_feed_of_what_there_is_not_says_so(string address)
    {
        using var visitor = yunze.Visitor();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Without_a_mail_server_only_the_feed_is_offered()
    {
        using var visitor = yunze.Visitor();

        var page = await visitor.GetStringAsync(new Uri("/alerts?body=kjj&column=a20_01", UriKind.Relative), Cancel);

        Assert.Contains("/search/feed?body=kjj&amp;column=a20_01", page, StringComparison.Ordinal);
        Assert.Contains("本站还不能发送邮件", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"email\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsJsonAsync("/api/v1/public/alerts", new { email = "reader@example.org", search = "?body=kjj" }, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Is_asked_for_confirmed_by_a_button_and_ended_by_one_click()
    {
        await using var site = Site.With(("Gongkai:Mail:Host", "127.0.0.1"), ("Gongkai:Mail:Port", "9"), ("Gongkai:Mail:From", "tongzhi@yunze.example"), ("Gongkai:Mail:SiteAddress", "https://www.yunze.example"));
        using var visitor = site.CreateClient();
        var refused = await YunzeSite.Text(await YunzeSite.Post(visitor, "/alerts?q=abc", ("email", "reader")));
        var sent = await YunzeSite.Text(await YunzeSite.Post(visitor, "/alerts?q=abc", ("email", "reader@example.org")));
        var again = await YunzeSite.Text(await YunzeSite.Post(visitor, "/alerts?q=abc", ("email", "reader@example.org")));
        await using var scope = site.Services.CreateAsyncScope();
        var (db, protection) = (scope.ServiceProvider.GetRequiredService<GongkaiDb>(), scope.ServiceProvider.GetRequiredService<FieldProtection>());
        var alert = await db.Alerts.AsNoTracking().OrderBy(one => one.AskedAt).FirstAsync(Cancel);
        var code = await protection.Reveal(alert.Code, Cancel);
        var confirm = new Uri($"/alerts/confirm?code={code}", UriKind.Relative);
        var end = new Uri($"/alerts/end?code={code}", UriKind.Relative);

        var opened = await visitor.GetStringAsync(confirm, Cancel);
        var before = await db.Alerts.AsNoTracking().Where(one => one.Id == alert.Id).Select(one => one.ConfirmedAt).SingleAsync(Cancel);
        var confirmed = await YunzeSite.Text(await visitor.PostAsync(confirm, null, Cancel));
        var ended = await YunzeSite.Text(await visitor.PostAsync(end, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Cancel));

        Assert.Contains("请填写完整的电子邮箱", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"reader\"", refused, StringComparison.Ordinal);
        Assert.Contains("id=\"sent\"", sent, StringComparison.Ordinal);
        Assert.Contains("id=\"sent\"", again, StringComparison.Ordinal);
        Assert.Contains("<button", opened, StringComparison.Ordinal);
        Assert.Null(before);
        Assert.Contains("已经开始", confirmed, StringComparison.Ordinal);
        Assert.Contains("已经退订", ended, StringComparison.Ordinal);
        Assert.False(await db.Alerts.AnyAsync(one => one.Id == alert.Id, Cancel));
        Assert.Contains("已经退订", await visitor.GetStringAsync(end, Cancel), StringComparison.Ordinal);
        Assert.Contains("不能用了", await visitor.GetStringAsync(confirm, Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsJsonAsync("/api/v1/public/alerts/confirm", new { code }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.PostAsJsonAsync("/api/v1/public/alerts/end", new { code }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await visitor.PostAsJsonAsync("/api/v1/public/alerts", new { email = "other@example.org", search = "?q=abc" }, Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_office_sees_how_many_and_no_more()
    {
        using var system = await Caller.Of(yunze, "system");
        using var head = await Caller.Of(yunze, "kjj-office");

        var count = await system.Do("GET", "alerts/count");
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Refused("GET", "alerts/count")).Status);

        Assert.Equal(["confirmed", "waiting"], count.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }
}
