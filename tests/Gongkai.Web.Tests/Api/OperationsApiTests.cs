using System.Net;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Search;
using Gongkai.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Api;

/// <summary>页面有的操作，接口都有: tables, accounts, sessions, synonyms, ledger, one topic and the narrowed list.</summary>
public sealed class OperationsApiTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bodies_and_officers_come_as_tables_all_rows_or_none()
    {
        using var system = await Caller.Of(yunze, "system");
        const string Bodies = "网址名,机关名称,类型,层级,设立日期,所属\nyunxi-daoru,云溪县导入局,政府部门,县级,2024-01-02,yunxi\n,没有网址名的局,政府部门,县级,2024-01-02,yunxi\n";

        var previewed = await system.Do("POST", "bodies/import", new { text = Bodies });
        var refused = await system.Do("POST", "bodies/import", new { text = Bodies, write = true });
        Assert.Equal([null, true], Faults(previewed).Select(fault => fault is null ? (bool?)null : true));
        Assert.False(refused.GetProperty("written").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await system.Refused("GET", "bodies/yunxi-daoru")).Status);

        var written = await system.Do("POST", "bodies/import", new { text = Bodies.Split('\n')[0] + "\n" + Bodies.Split('\n')[1], write = true });
        Assert.True(written.GetProperty("written").GetBoolean());
        Assert.Equal("云溪县导入局", (await system.Do("GET", "bodies/yunxi-daoru")).GetProperty("name").GetString());

        var people = await system.Do("POST", "officers/import", new { text = "机关,姓名,到岗日期,角色\nyunxi-daoru,陶知远,2024-02-01,承办人\nyunxi-daoru,没有日期的人,,\n" });
        Assert.Equal(2, people.GetProperty("rows").GetArrayLength());
        Assert.Contains("到岗日期", Faults(people)[1], StringComparison.Ordinal);
        Assert.Equal("text", (await system.Refused("POST", "officers/import", new { text = " " })).Problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Lines_of_a_catalogue_come_as_the_table_that_is_downloaded()
    {
        using var publisher = await Caller.Of(yunze, "yunxi-swj-publish");
        const string Table = "公开事项,公开内容,法定公开事项,栏目\n市场监测,粮油价格监测月报,a20_05,a20_05\n市场监测,没有这个栏目,a20_05,别处\n";
        var before = (await publisher.Do("GET", "bodies/yunxi-swj/catalogue")).GetProperty("total").GetInt32();

        var previewed = await publisher.Do("POST", "bodies/yunxi-swj/catalogue/import", new { text = Table });
        var refused = await publisher.Do("POST", "bodies/yunxi-swj/catalogue/import", new { text = Table, write = true });

        Assert.Equal([null, "没有栏目“别处”。"], Faults(previewed));
        Assert.False(refused.GetProperty("written").GetBoolean());
        Assert.Equal(before, (await publisher.Do("GET", "bodies/yunxi-swj/catalogue")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_account_is_opened_let_in_again_unlocked_and_its_sessions_ended()
    {
        using var security = await Caller.Of(yunze, "security");
        using var system = await Caller.Of(yunze, "system");
        var officer = (await system.Do("POST", "bodies/yunxi-swj/officers", new { name = "祝宁安", appointed_on = "2024-03-01" })).GetProperty("id").GetGuid();
        var address = $"officers/{officer}/account";

        Assert.Equal(HttpStatusCode.NotFound, (await security.Refused("GET", address)).Status);
        Assert.Equal("login", (await security.Refused("POST", address, new { login = "1" })).Problem.GetProperty("field").GetString());
        var opened = (await security.Do("POST", address, new { login = "zhu.ning-an" })).GetProperty("link").GetString()!;
        using var visitor = yunze.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri(new Uri(opened).AbsolutePath, UriKind.Relative), Cancel)).StatusCode);

        var (answer, account) = await security.Send("GET", address);
        Assert.Equal("zhu.ning-an", account.GetProperty("login").GetString());
        Assert.Contains(await Acts("officer", $"{officer}"), act => act == Act.ReadPersonalData.Word);
        var link = await security.Send("POST", $"{address}/link", ifMatch: answer.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, link.Answer.StatusCode);
        Assert.NotEqual(opened, link.Json.GetProperty("link").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await security.Refused("POST", $"{address}/unlock", ifMatch: "\"77\"")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await security.Send("POST", $"{address}/unlock")).Answer.StatusCode);
        Assert.Equal(0, (await security.Do("POST", $"{address}/end-sessions")).GetProperty("ended").GetInt32());
    }

    [Fact]
    public async Task One_s_own_sessions_are_listed_and_ended_and_nobody_else_s()
    {
        using var browser = await yunze.SignedIn("yunxi-swj-leader");
        using var mine = await Caller.Of(yunze, "yunxi-swj-leader");
        using var other = await Caller.Of(yunze, "yunxi-swj-head");

        var session = (await mine.Do("GET", "sessions")).EnumerateArray().First();
        Assert.Equal("password", session.GetProperty("method").GetString());
        var id = session.GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Refused("DELETE", $"sessions/{id}")).Status);
        await mine.Do("DELETE", $"sessions/{id}");

        Assert.DoesNotContain(id, (await mine.Do("GET", "sessions")).EnumerateArray().Select(one => one.GetProperty("id").GetGuid()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/office", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Synonyms_are_kept_over_the_interface_and_missed_queries_read()
    {
        using var system = await Caller.Of(yunze, "system");
        var added = await system.Do("POST", "synonyms", new { words = (string[])["托育补助", "带娃补贴"] });
        var address = $"synonyms/{added.GetProperty("id").GetGuid()}";
        var (answer, _) = await system.Send("GET", address);

        var changed = await system.Send("PUT", address, new { words = (string[])["托育补助", "育儿补贴"] }, ifMatch: answer.Headers.ETag!.Tag);
        var late = await system.Refused("PUT", address, new { is_active = false }, ifMatch: answer.Headers.ETag.Tag);
        await system.Do("PUT", address, new { is_active = false });
        await yunze.Db(async db =>
        {
            db.Add(new MissedQuery("没有的词语") { Count = 4000, LastAt = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync(Cancel);
        });

        Assert.Equal(HttpStatusCode.OK, changed.Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var kept = await system.Do("GET", address);
        Assert.Equal(("育儿补贴", false), (kept.GetProperty("words")[1].GetString(), kept.GetProperty("is_active").GetBoolean()));
        Assert.Equal("words", (await system.Refused("POST", "synonyms", new { words = (string[])["一个词"] })).Problem.GetProperty("field").GetString());
        Assert.Equal("没有的词语", (await system.Do("GET", "missed-queries?size=1")).GetProperty("items")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_entry_tells_before_and_after_and_the_export_is_one_itself()
    {
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        using var audit = await Caller.Of(yunze, "audit");
        await head.Do("PUT", "bodies/yunxi-swj/retention", new { kind = "interpretation", period = "ten_years" });
        await head.Do("PUT", "bodies/yunxi-swj/retention", new { kind = "interpretation", period = "permanent" });
        var number = (await head.Do("GET", "ledger?act=documents.set_retention")).GetProperty("items")[0].GetProperty("number").GetInt64();

        var entry = await head.Do("GET", $"ledger/{number}");
        Assert.Equal("documents.set_retention", entry.GetProperty("entry").GetProperty("act").GetString());
        var change = entry.GetProperty("details").GetProperty("changes")[0];
        Assert.Equal(("retention_rules", "ten_years", "permanent"), (change.GetProperty("table").GetString(), change.GetProperty("period")[0].GetString(), change.GetProperty("period")[1].GetString()));
        Assert.False(entry.GetProperty("is_erased").GetBoolean());

        using var answer = await audit.Http.PostAsync(new Uri("/api/v1/ledger/export?act=documents.set_retention&body=yunxi-swj", UriKind.Relative), content: null, Cancel);
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(lines, line => JsonDocument.Parse(line).RootElement.GetProperty("number").GetInt64() == number);
        Assert.Contains(Act.ExportLedger.Word, await Acts("ledger", "filter"));
        Assert.Equal(HttpStatusCode.NotFound, (await audit.Refused("POST", "ledger/export?body=nothing")).Status);
    }

    [Fact]
    public async Task One_topic_is_read_and_documents_are_narrowed_as_on_the_page()
    {
        using var clerk = await Caller.Of(yunze, "yunxi-swj-case");
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        await head.Do("PUT", "bodies/yunxi-swj/topics/shangmao", new { title = "商贸流通", introduction = "商贸流通的通知。", parts = (object[])[new { heading = "通知", kinds = (string[])["information"] }] });
        var (answer, topic) = await head.Send("GET", "bodies/yunxi-swj/topics/shangmao");
        var mine = (await clerk.Do("POST", "documents", new { kind = "information", attribute = new { attribute = "proactive" }, content = new { title = "关于商贸流通统计的通知", html = "<p>正文。</p>", topic = "商贸、海关、旅游\\国内贸易（含供销）", article20_item = "a20_05" } })).GetProperty("id").GetGuid();

        Assert.Equal("商贸流通", topic.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.NotModified, (await head.Send("GET", "bodies/yunxi-swj/topics/shangmao", ifNoneMatch: answer.Headers.ETag!.Tag)).Answer.StatusCode);
        Assert.Contains(mine, await Ids(clerk, "mine=true&item=a20_05&item=a20_06"));
        Assert.DoesNotContain(mine, await Ids(clerk, "item=a20_06"));
        Assert.DoesNotContain(mine, await Ids(head, "mine=true"));
        Assert.Empty(await Ids(clerk, $"section={Guid.NewGuid()}"));
    }

    private static async Task<List<Guid>> Ids(Caller caller, string query) =>
        [.. (await caller.Do("GET", $"documents?body=yunxi-swj&size=200&{query}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    private static List<string?> Faults(JsonElement outcome) => [.. outcome.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("fault").GetString())];

    private Task<List<string>> Acts(string kind, string key) => yunze.Db(db => db.LedgerEntries.Where(entry => entry.Kind == kind && entry.Key == key).Select(entry => entry.Act).ToListAsync(Cancel));
}
