using System.Net;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Web.Tests.Office;

namespace Gongkai.Web.Tests.Api;

/// <summary>机关、人员、台账接口.</summary>
public sealed class BodiesApiTests(YunzeSite yunze)
{
    private static string Today => Day(0);

    [Fact]
    public async Task A_body_is_made_changed_placed_merged_and_another_abolished()
    {
        using var system = await Caller.Of(yunze, "system");
        foreach (var key in (string[])["api-one", "api-two"])
            await system.Do("POST", "bodies", new { key, name = $"云泽市{key}局", kind = "department", level = "municipal", founded_on = "2020-01-01", parent = "yunze" });

        await system.Do("PUT", "bodies/api-one", new { kind = "public_institution", level = "county", region_code = "990100", parent = "yunxi" });
        await system.Do("PUT", "bodies/api-one/place", new { parent = "yunze", guided_by = "kjj" });
        var placed = await system.Do("GET", "bodies/api-one");
        Assert.Equal(("public_institution", "990100", "yunze", "kjj"), (Text(placed, "kind"), Text(placed, "region_code"), Text(placed, "parent"), Text(placed, "guided_by")));
        Assert.Equal("parent", Text((await system.Refused("PUT", "bodies/api-one/place", new { parent = "api-one" })).Problem, "field"));

        await system.Do("POST", "bodies/api-one/merge", new { into = "kjj", on = Today });
        await system.Do("POST", "bodies/api-two/abolish", new { on = Today, basis = "云发〔2026〕2号" });
        var merged = await system.Do("GET", "bodies/api-one");
        Assert.Equal(("merged", "kjj"), (Text(merged, "state"), Text(merged, "successor")));
        Assert.Equal("abolished", Text(await system.Do("GET", "bodies/api-two"), "state"));
    }

    [Fact]
    public async Task A_change_upon_a_version_that_is_gone_is_refused()
    {
        using var system = await Caller.Of(yunze, "system");
        await system.Do("POST", "bodies", new { key = "api-old", name = "云泽市旧局", kind = "department", level = "municipal", founded_on = "2020-01-01" });
        var (read, _) = await system.Send("GET", "bodies/api-old");
        var seen = read.Headers.ETag!.Tag;
        var (first, _) = await system.Send("POST", "bodies/api-old/rename", new { name = "云泽市新局", on = "2021-01-01" }, ifMatch: seen);

        var (status, problem) = await system.Refused("POST", "bodies/api-old/rename", new { name = "云泽市另局", on = "2022-01-01" }, ifMatch: seen);
        var merge = await system.Refused("POST", "bodies/api-old/merge", new { into = "kjj", on = "2022-01-01" }, ifMatch: seen);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (first.StatusCode, status, merge.Status));
        Assert.Contains("已被他人更改", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await system.Refused("POST", "bodies/api-old/rename", new { name = "云泽市另局", on = "2022-01-01" }, ifMatch: "yesterday")).Status);
    }

    [Fact]
    public async Task People_are_appointed_given_roles_and_deputies_moved_and_let_go()
    {
        using var head = await Caller.Of(yunze, "yunyang-office");
        using var system = await Caller.Of(yunze, "system");
        var section = (await head.Do("POST", "bodies/yunyang/sections", new { name = "接口科" })).GetProperty("id").GetGuid();
        var id = (await head.Do("POST", "bodies/yunyang/officers", new { name = "夏至", section, appointed_on = Today })).GetProperty("id").GetGuid();
        var stand = (await yunze.OfficerOf("yunyang-case")).Value;

        await head.Do("PUT", $"officers/{id}", new { name = "夏至", title = "主任科员", section });
        await head.Do("POST", $"officers/{id}/roles", new { role = "case_officer", from = Today, section });
        await head.Do("POST", $"officers/{id}/deputies", new { officer = stand, from = Today, until = Day(3) });
        await head.Do("POST", $"officers/{id}/deputies/1/end", new { });
        await head.Do("POST", $"officers/{id}/roles/1/end", new { last_day = Today });
        var shown = await head.Do("GET", $"officers/{id}");
        Assert.Equal(("主任科员", "yunyang"), (Text(shown, "title"), Text(shown, "body")));
        Assert.Equal(("case_officer", Today), (Text(shown.GetProperty("roles")[0], "role"), Text(shown.GetProperty("roles")[0], "until")));
        Assert.Equal(Today, Text(shown.GetProperty("deputies")[0], "until"));

        Assert.Equal(HttpStatusCode.Forbidden, (await head.Refused("POST", $"officers/{id}/transfer", new { body = "yunyang-gxj" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await head.Refused("POST", $"sections/{section}/close")).Status);
        await system.Do("POST", $"officers/{id}/transfer", new { body = "yunyang-gxj" });
        await system.Do("POST", $"officers/{id}/dismiss");
        await head.Do("PUT", $"sections/{section}", new { name = "数据接口科" });
        await head.Do("POST", $"sections/{section}/close");
        var closed = (await head.Do("GET", "bodies/yunyang/sections")).EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == section);
        Assert.Equal(("数据接口科", Today), (Text(closed, "name"), Text(closed, "closed_on")));
    }

    [Fact]
    public async Task The_ledger_is_filtered_as_on_its_page_and_goes_on_where_it_ended()
    {
        using var audit = await Caller.Of(yunze, "audit");
        using var head = await Caller.Of(yunze, "kjj-office");
        var filter = $"ledger?act=bodies.create&officer={Uri.EscapeDataString("示例")}&until={Today}&size=3";

        var first = await audit.Do("GET", filter);
        var second = await audit.Do("GET", $"{filter}&before={first.GetProperty("next").GetInt64()}");
        var none = await audit.Do("GET", $"ledger?from={Day(2)}");

        Assert.Equal(3, first.GetProperty("items").GetArrayLength());
        Assert.All(first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()), entry => Assert.Equal(("bodies.create", "新建机关"), (Text(entry, "act"), Text(entry, "name"))));
        Assert.True(second.GetProperty("items")[0].GetProperty("number").GetInt64() < first.GetProperty("items")[2].GetProperty("number").GetInt64());
        Assert.Equal(0, none.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Refused("GET", "ledger?body=gxj")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Refused("GET", "ledger?body=nowhere")).Status);
    }

    [Fact]
    public async Task What_a_body_sets_for_its_own_work_is_read_again()
    {
        using var head = await Caller.Of(yunze, "yunyang-gxj-office");
        object[] stages =
        [
            new { name = "审核", role = "section_head", gates = new[] { "politics", "law", "policy", "text", "lawfulness", "completeness", "truth" } },
            new { name = "保密审查", role = "secrecy_reviewer", is_secrecy = true, gates = new[] { "secrecy" } },
        ];

        await head.Do("PUT", "bodies/yunyang-gxj/review-chains", new { applies_to = "information", name = "简易流程", stages });
        await head.Do("PUT", "bodies/yunyang-gxj/index-rule", new { pattern = "{code}-{yyyy}{MM}-{serial:4}", code = "YYGXJ" });
        await head.Do("PUT", "checked-words", new { wrong = "云样区", right = "云阳区", kind = "misspelling" });

        var chains = (await head.Do("GET", "bodies/yunyang-gxj/review-chains")).EnumerateArray().ToDictionary(chain => Text(chain, "applies_to"), chain => (Text(chain, "name"), chain.GetProperty("is_standard").GetBoolean()));
        Assert.Equal(("简易流程", false), chains["information"]);
        Assert.True(chains["normative_document"].Item2);
        Assert.Equal("YYGXJ", Text(await head.Do("GET", "bodies/yunyang-gxj/index-rule"), "code"));
        Assert.Equal("云阳区", Text((await head.Do("GET", $"checked-words?q={Uri.EscapeDataString("云样")}")).GetProperty("items")[0], "right"));
        Assert.Equal("stages", Text((await head.Refused("PUT", "bodies/yunyang-gxj/review-chains", new { name = "空流程" })).Problem, "field"));
        Assert.Equal("pattern", Text((await head.Refused("PUT", "bodies/yunyang-gxj/index-rule", new { pattern = "{yyyy}", code = "X" })).Problem, "field"));
    }

    [Fact]
    public async Task A_webhook_is_added_told_its_secret_once_and_removed()
    {
        using var head = await Caller.Of(yunze, "yunyang-office");

        var made = await head.Do("POST", "bodies/yunyang/webhooks", new { url = "https://receiver.example/hook", events = new[] { "document.published", "document.withdrawn" } });
        var listed = Assert.Single((await head.Do("GET", "bodies/yunyang/webhooks")).EnumerateArray());

        Assert.StartsWith("whs_", Text(made, "secret"), StringComparison.Ordinal);
        Assert.False(listed.TryGetProperty("secret", out _));
        Assert.Equal("url", Text((await head.Refused("POST", "bodies/yunyang/webhooks", new { url = "https://10.0.0.1/", events = new[] { "document.published" } })).Problem, "field"));
        Assert.Equal("events", Text((await head.Refused("POST", "bodies/yunyang/webhooks", new { url = "https://receiver.example/", events = new[] { "document.read" } })).Problem, "field"));
        await head.Do("DELETE", $"webhooks/{Text(made, "id")}");
        Assert.Equal(HttpStatusCode.NotFound, (await head.Refused("DELETE", $"webhooks/{Text(made, "id")}")).Status);
    }

    [Fact]
    public async Task A_page_adds_a_webhook_and_shows_what_became_of_its_messages()
    {
        using var head = await yunze.SignedIn("yunxi-office");

        var refused = await YunzeSite.Text(await YunzeSite.Post(head, "/office/webhooks", ("Url", "https://192.168.1.1/hook"), ("events", "document.published")));
        var added = await YunzeSite.Text(await YunzeSite.Post(head, "/office/webhooks", ("Url", "https://receiver.example/hook"), ("events", "document.published"), ("events", "document.revised")));

        Assert.Contains("推送地址属于内部网络", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"https://192.168.1.1/hook\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"document.published\" checked", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"document.revised\" checked", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"https://receiver.example/hook\"", added, StringComparison.Ordinal);
        Assert.Contains("<code id=\"secret\">whs_", added, StringComparison.Ordinal);
        Assert.Contains("公开、修订", added, StringComparison.Ordinal);
        Assert.DoesNotContain("whs_", await YunzeSite.Text(await head.GetAsync(new Uri("/office/webhooks", UriKind.Relative), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private static string Day(int after) => $"{TimeProvider.System.Today().AddDays(after):yyyy-MM-dd}";

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
