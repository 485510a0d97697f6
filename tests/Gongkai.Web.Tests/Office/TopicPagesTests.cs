using System.Net;
using Gongkai.Web.Tests.Api;

namespace Gongkai.Web.Tests.Office;

/// <summary>专题、归档栏目、页脚: from the office to what the public sees.</summary>
public sealed class TopicPagesTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_is_written_by_one_published_by_another_and_read_by_everybody()
    {
        using var writer = await yunze.SignedIn("gxj-publish");
        using var head = await yunze.SignedIn("gxj-office");
        using var visitor = yunze.Visitor();
        (string, string)[] form = [("title", "工业稳增长"), ("introduction", "稳增长的文件。都在这里。"), ("isannounced", "true"), ("heading1", "文件"), ("column1", "a20_01"), ("heading2", ""), ("documents2", "")];

        var refused = await YunzeSite.Text(await YunzeSite.Post(writer, "/office/topics/edit", [.. form, ("key", "工业")]));
        var lost = await YunzeSite.Text(await YunzeSite.Post(writer, "/office/topics/edit", [.. form, ("key", "gongye"), ("documents1", "没有这一件")]));
        var saved = await YunzeSite.Post(writer, "/office/topics/edit", [.. form, ("key", "gongye")]);
        var alone = await YunzeSite.Text(await YunzeSite.PostTo(writer, "/office/topics/edit?topic=gongye", "/office/topics/edit?topic=gongye&handler=Publish", form));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri("/gxj/topics/gongye", UriKind.Relative), Cancel)).StatusCode);
        var published = await YunzeSite.PostTo(head, "/office/topics/edit?topic=gongye", "/office/topics/edit?topic=gongye&handler=Publish", form);

        Assert.Contains("href=\"#f-key\"", refused, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-documents1\"", lost, StringComparison.Ordinal);
        Assert.Contains("没有这一件</textarea>", lost, StringComparison.Ordinal);
        Assert.Contains("应当由另一人核对后发布", alone, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (saved.StatusCode, published.StatusCode));
        var page = await Page(visitor, "/gxj/topics/gongye");
        Assert.Contains("稳增长的文件", page, StringComparison.Ordinal);
        Assert.Contains("/gxj/topics/gongye/booklet.pdf", page, StringComparison.Ordinal);
        foreach (var place in (string[])["/topics", "/gxj/topics", "/gxj", "/", "/site-map", "/sitemap/0.xml", "/api/v1/public/topics"])
            Assert.Contains("/gxj/topics/gongye", await Page(visitor, place), StringComparison.Ordinal);
        var home = await Page(visitor, "/gxj");
        Assert.Contains("class=\"announcement\"", home, StringComparison.Ordinal);
        Assert.Contains("稳增长的文件。</p>", home, StringComparison.Ordinal);

        var withdrawn = await YunzeSite.PostTo(head, "/office/topics/edit?topic=gongye", "/office/topics/edit?topic=gongye&handler=Withdraw", ("reason", "并入市政府专题"));
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        var gone = await visitor.GetAsync(new Uri("/gxj/topics/gongye", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("并入市政府专题", await YunzeSite.Text(gone), StringComparison.Ordinal);
        foreach (var place in (string[])["/topics", "/gxj/topics", "/gxj", "/", "/site-map", "/sitemap/0.xml", "/api/v1/public/topics"])
            Assert.DoesNotContain("/gxj/topics/gongye\"", await Page(visitor, place), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(new Uri("/api/v1/public/topics/gxj/gongye", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri("/gxj/topics/gongye/booklet.pdf", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_program_writes_publishes_and_withdraws_a_topic()
    {
        using var writer = await Caller.Of(yunze, "yunyang-gxj-publish");
        using var head = await Caller.Of(yunze, "yunyang-gxj-office");
        var content = new { title = "园区服务", introduction = "园区企业办事。", parts = new[] { new { heading = "解读", kinds = (string[])["interpretation"] } } };

        var written = await writer.Do("PUT", "bodies/yunyang-gxj/topics/yuanqu", content);
        var alone = await writer.Refused("POST", "bodies/yunyang-gxj/topics/yuanqu/publish");
        var published = await head.Do("POST", "bodies/yunyang-gxj/topics/yuanqu/publish");
        var wrong = await writer.Refused("PUT", "bodies/yunyang-gxj/topics/yuanqu", new { title = "园区服务", introduction = "园区企业办事。", parts = new[] { new { heading = "解读", kinds = (string[])["nothing"] } } });
        var withdrawn = await head.Do("POST", "bodies/yunyang-gxj/topics/yuanqu/withdraw", new { reason = "合并" });

        Assert.Equal("interpretation", written.GetProperty("parts")[0].GetProperty("kinds")[0].GetString());
        Assert.Equal((HttpStatusCode.Conflict, "kinds_1"), (alone.Status, wrong.Problem.GetProperty("field").GetString()));
        Assert.Equal(1, published.GetProperty("published").GetInt32());
        Assert.NotEqual(default, withdrawn.GetProperty("withdrawn_on").GetString());
        Assert.Contains((await writer.Do("GET", "bodies/yunyang-gxj/topics")).EnumerateArray(), one => one.GetProperty("key").GetString() == "yuanqu");
    }

    [Fact]
    public async Task An_archived_column_keeps_its_address_and_stands_outside_the_navigation()
    {
        using var publisher = await Caller.Of(yunze, "yunyang-gxj-publish");
        using var visitor = yunze.Visitor();
        var before = await Page(visitor, "/yunyang-gxj/content/a20_08");

        await publisher.Do("POST", "bodies/yunyang-gxj/columns/a20_08/archive");

        var (after, all, map) = (await Page(visitor, "/yunyang-gxj/content/a20_08"), await Page(visitor, "/yunyang-gxj/content"), await Page(visitor, "/site-map"));
        Assert.DoesNotContain("已归档", before, StringComparison.Ordinal);
        Assert.Contains("<b>已归档</b>", after, StringComparison.Ordinal);
        Assert.DoesNotContain("/yunyang-gxj/content/a20_08", await Page(visitor, "/yunyang-gxj"), StringComparison.Ordinal);
        Assert.True(all.IndexOf("/yunyang-gxj/content/a20_08", StringComparison.Ordinal) > all.IndexOf("id=\"archived\"", StringComparison.Ordinal));
        Assert.Contains("/yunyang-gxj/content/a20_08", map, StringComparison.Ordinal);
        Assert.Contains("/yunyang-gxj/content/a20_08", await Page(visitor, "/sitemap/0.xml"), StringComparison.Ordinal);

        await publisher.Do("POST", "bodies/yunyang-gxj/columns/a20_08/reopen");
        Assert.DoesNotContain("已归档", await Page(visitor, "/yunyang-gxj/content/a20_08"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_foot_of_a_body_s_pages_is_its_own()
    {
        using var publisher = await yunze.SignedIn("yunxi-swj-publish");
        using var program = await Caller.Of(yunze, "yunxi-swj-publish");
        using var visitor = yunze.Visitor();

        var refused = await YunzeSite.Text(await YunzeSite.Post(publisher, "/office/footer", ("IdCode", "12345")));
        var saved = await YunzeSite.Post(publisher, "/office/footer", ("IdCode", "9901210009"), ("Icp", "云ICP备09000009号"), ("Undertaker", "县商务信息站"), ("Contact", "0990-8109009"));
        var page = await Page(visitor, "/yunxi-swj/guide");

        Assert.Contains("href=\"#f-idcode\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"12345\"", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        foreach (var said in (string[])["<meta name=\"SiteIDCode\" content=\"9901210009\">", "网站标识码：9901210009", "云ICP备09000009号", "承办单位：县商务信息站", "联系方式：0990-8109009", "主办单位：云泽市云溪县商务局"])
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("9901210009", await Page(visitor, "/"), StringComparison.Ordinal);
        Assert.DoesNotContain("9901210009", await Page(visitor, "/gxj"), StringComparison.Ordinal);

        var stored = await program.Do("PUT", "bodies/yunxi-swj/footer", new { id_code = "bm12345678" });
        Assert.Equal(("bm12345678", null), (stored.GetProperty("id_code").GetString(), (await program.Do("GET", "bodies/yunxi-swj/footer")).GetProperty("icp").GetString()));
        Assert.Contains("网站标识码：bm12345678", await Page(visitor, "/yunxi-swj"), StringComparison.Ordinal);
        Assert.Equal("police", (await program.Refused("PUT", "bodies/yunxi-swj/footer", new { police = "没有号" })).Problem.GetProperty("field").GetString());
    }

    private static Task<string> Page(HttpClient visitor, string address) => visitor.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
}
