using System.Net;
using System.Text.Json;
using Gongkai.Web.Tests.Api;

namespace Gongkai.Web.Tests.Office;

/// <summary>自设栏目: from the office page or a program to the public pages, META tags, site map and board.</summary>
public sealed class OwnColumnTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_added_by_the_page_and_stands_in_the_navigation_until_it_is_archived()
    {
        using var publisher = await yunze.SignedIn("yunyang-publish");
        using var visitor = yunze.Visitor();

        var refused = await YunzeSite.Text(await YunzeSite.Post(publisher, "/office/catalogue/columns/new", ("Name", "乡村振兴"), ("Key", "xiangcun zhenxing"), ("Parent", "current_affairs")));
        Assert.Contains("href=\"#f-key\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"xiangcun zhenxing\"", refused, StringComparison.Ordinal);
        var added = await YunzeSite.Post(publisher, "/office/catalogue/columns/new", ("Name", "乡村振兴"), ("Key", "xiangcun_zhenxing"), ("Parent", "current_affairs"), ("UpdatedAs", "news"), ("After", "government_news"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        var (home, column, area, map, xml) = (await Page(visitor, "/yunyang"), await Page(visitor, "/yunyang/content/xiangcun_zhenxing"), await Page(visitor, "/yunyang/content/current_affairs"), await Page(visitor, "/site-map"), await Page(visitor, "/sitemap/0.xml"));
        Assert.Contains("href=\"/yunyang/content/xiangcun_zhenxing\">乡村振兴</a>", home, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ColumnName\" content=\"乡村振兴\">", column, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ColumnType\" content=\"工作动态\">", column, StringComparison.Ordinal);
        Assert.Contains("政务动态的栏目", column, StringComparison.Ordinal);
        Assert.Contains("乡村振兴", area, StringComparison.Ordinal);
        Assert.Contains("/yunyang/content/xiangcun_zhenxing", map, StringComparison.Ordinal);
        Assert.Contains("/yunyang/content/xiangcun_zhenxing</loc>", xml, StringComparison.Ordinal);
        Assert.Contains("xiangcun_zhenxing", await Page(publisher, "/office/catalogue"), StringComparison.Ordinal);

        const string Address = "/office/catalogue/columns/xiangcun_zhenxing";
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.Post(publisher, Address, ("Name", "乡村振兴动态"), ("IsShown", "true"), ("Parent", "administration"), ("UpdatedAs", "news"))).StatusCode);
        Assert.Contains("政务管理的栏目", await Page(visitor, "/yunyang/content/xiangcun_zhenxing"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(publisher, Address, $"{Address}?handler=Archive")).StatusCode);
        Assert.DoesNotContain("乡村振兴动态</a></li>", await Page(visitor, "/yunyang"), StringComparison.Ordinal);
        Assert.Contains("已归档", await Page(visitor, "/yunyang/content/xiangcun_zhenxing"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri("/yunyang/content/administration", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Is_added_moved_and_judged_by_a_program()
    {
        using var writer = await Caller.Of(yunze, "yunxi-swj-publish");

        var added = await writer.Do("POST", "bodies/yunxi-swj/columns", new { key = "caishichang", name = "菜市场价格", parent = "statutory_content", items = new[] { "a20_04" }, updated_as = "other" });
        var late = await writer.Refused("PUT", "bodies/yunxi-swj/columns/caishichang", new { name = "菜市场", items = new[] { "a20_04" } }, ifMatch: "\"99\"");
        var moved = await writer.Do("PUT", "bodies/yunxi-swj/columns/caishichang", new { name = "菜市场价格", items = new[] { "a20_04" }, after = "a20_04" });
        var columns = (await writer.Do("GET", "bodies/yunxi-swj/columns")).EnumerateArray().Select(one => one.GetProperty("key").GetString()).ToList();
        var health = await writer.Do("GET", "bodies/yunxi-swj/catalogue/health");

        Assert.True(added.GetProperty("is_own").GetBoolean() && !added.GetProperty("takes_chosen").GetBoolean());
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("a20_04", moved.GetProperty("after").GetString());
        Assert.Equal(columns.IndexOf("a20_04") + 1, columns.IndexOf("caishichang"));
        Assert.Equal("not_assessed", health.GetProperty("indicators").EnumerateArray().Single(one => one.GetProperty("key").GetString() == "messages").GetProperty("health").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Number, health.GetProperty("indicators").EnumerateArray().Single(one => one.GetProperty("key").GetString() == "empty_columns").GetProperty("count").ValueKind);
    }

    [Fact]
    public async Task A_notice_says_the_column_it_was_put_into()
    {
        using var visitor = yunze.Visitor();

        var list = await Page(visitor, "/kjj/content/notices");
        var document = await Page(visitor, "/documents/" + list.Split("<a href=\"/documents/")[1].Split('"')[0]);

        Assert.Contains("政务动态的栏目", list, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ColumnName\" content=\"通知公告\">", document, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ColumnType\" content=\"工作动态\">", document, StringComparison.Ordinal);
    }

    private static Task<string> Page(HttpClient visitor, string address) => visitor.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
}
