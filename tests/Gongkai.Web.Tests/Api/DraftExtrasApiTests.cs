using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Web.Tests.Office;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Api;

/// <summary>五公开、批注答复、字幕、本机关词表: over the interface and on the pages.</summary>
public sealed class DraftExtrasApiTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateOnly Today => yunze.Site.Services.GetRequiredService<TimeProvider>().Today();

    [Fact]
    public async Task A_stage_goes_from_the_interface_to_board_editor_and_paper_and_is_refused_where_it_says_nothing()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var visitor = await yunze.SignedIn("kjj-case");
        var id = await Drafted(clerk, "关于科技创新券实施方案的决定", new { stage = "decision", execution_due = Today.AddDays(30), result_due = Today.AddDays(90) });

        var content = (await clerk.Do("GET", $"documents/{id}")).GetProperty("versions")[0].GetProperty("content");
        var listed = await clerk.Do("GET", "documents?body=kjj&openness=decision&size=200");
        var others = await clerk.Do("GET", "documents?body=kjj&openness=service&size=200");
        var (status, problem) = await clerk.Refused("POST", "documents", Sent("关于服务的通知", new { stage = "service", execution_due = Today }));

        Assert.Equal(("decision", $"{Today.AddDays(90):yyyy-MM-dd}"), (Text(content, "stage"), Text(content, "result_due")));
        Assert.Contains($"{id}", listed.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")));
        Assert.DoesNotContain($"{id}", others.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")));
        Assert.Equal((HttpStatusCode.BadRequest, "execution_due"), (status, Text(problem, "field")));
        Assert.Contains($"/office/documents/{id}", await Page(visitor, "/office/documents?openness=Decision"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/office/documents/{id}", await Page(visitor, "/office/documents?openness=Result"), StringComparison.Ordinal);
        Assert.Contains("<option value=\"Decision\" selected", await Page(visitor, $"/office/documents/{id}/edit"), StringComparison.Ordinal);
        Assert.Contains("执行情况应当在", await Page(visitor, $"/office/documents/{id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri($"/office/documents/new?follows={Guid.CreateVersion7()}&stage=Execution", UriKind.Relative), Cancel)).StatusCode);
        Assert.Contains("关于科技创新券实施方案的决定", await Page(visitor, $"/office/documents/new?follows={id}&stage=Execution"), StringComparison.Ordinal);
        var made = await YunzeSite.Post(visitor, $"/office/documents/new?follows={id}&stage=Execution", ("Title", "实施方案的执行情况"), ("Kind", "Information"), ("Attribute", "Proactive"));
        var report = await clerk.Do("GET", $"documents/{made.Headers.Location!.OriginalString.Split('/')[3]}");
        Assert.Equal(("execution", $"{id}"), (Text(report.GetProperty("versions")[0].GetProperty("content"), "stage"), Text(report.GetProperty("versions")[0].GetProperty("content"), "follows")));
    }

    [Fact]
    public async Task A_remark_is_answered_by_the_author_and_settled_by_the_reviewer()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var head = await Caller.Of(yunze, "kjj-head");
        using var page = await yunze.SignedIn("kjj-case");
        using var reviewer = await yunze.SignedIn("kjj-head");
        var id = await Drafted(clerk, "关于申报创新平台的通知", new { });
        var review = (await clerk.Do("POST", $"documents/{id}/submit")).GetProperty("review").GetGuid();
        await head.Do("POST", $"reviews/{review}/return", new { reason = "见批注", comments = new[] { new { quote = "有关事项", offset = 2, text = "写明是什么事项" }, new { quote = "", offset = 0, text = "缺少联系方式" } } });

        await clerk.Do("POST", $"reviews/{review}/comments/1/reply", new { text = "已写明" });
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(page, $"/office/reviews/{review}", $"/office/reviews/{review}?handler=Reply", ("number", "2"), ("answer", "已补充"))).StatusCode);
        Assert.Equal("text", Text((await clerk.Refused("POST", $"reviews/{review}/comments/1/reply", new { text = " " })).Problem, "field"));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Refused("POST", $"reviews/{review}/comments/1/settle")).Status);
        await clerk.Do("PUT", $"documents/{id}", Sent("关于申报创新平台的通知", new { html = "<p>现将申报条件通知如下。</p>" }));
        await clerk.Do("POST", $"documents/{id}/submit");

        var shown = await Page(reviewer, $"/office/reviews/{review}");
        var comments = (await head.Do("GET", $"reviews/{review}")).GetProperty("comments");
        Assert.Contains("原文已修改", shown, StringComparison.Ordinal);
        Assert.Contains("答复：已补充", shown, StringComparison.Ordinal);
        Assert.Equal(("changed", "已写明", false), (Text(comments[0], "place"), Text(comments[0].GetProperty("answers")[0], "text"), comments[0].GetProperty("is_settled").GetBoolean()));
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(reviewer, $"/office/reviews/{review}", $"/office/reviews/{review}?handler=Settle", ("number", "1"))).StatusCode);
        await head.Do("POST", $"reviews/{review}/comments/2/settle");
        Assert.All((await head.Do("GET", $"reviews/{review}")).GetProperty("comments").EnumerateArray(), comment => Assert.True(comment.GetProperty("is_settled").GetBoolean()));
    }

    [Fact]
    public async Task Subtitles_are_kept_as_webvtt_and_shown_as_such()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var page = await yunze.SignedIn("kjj-case");
        var id = await Drafted(clerk, "政策解读视频", new { });

        var made = await clerk.Do("POST", $"documents/{id}/attachments?name={Uri.EscapeDataString("解读.srt")}", new ByteArrayContent(Encoding.UTF8.GetBytes("1\n00:00:01,000 --> 00:00:02,000\n<b>大家好</b>\n")));
        var (status, problem) = await clerk.Refused("POST", $"documents/{id}/attachments?name=a.vtt", new ByteArrayContent("<script>alert(1)</script>"u8.ToArray()));
        var answer = await page.GetAsync(new Uri($"/office/documents/{id}/attachments/1", UriKind.Relative), Cancel);

        Assert.Equal("解读.vtt", Text(made, "name"));
        Assert.Equal((HttpStatusCode.BadRequest, "file"), (status, Text(problem, "field")));
        Assert.Equal(("text/vtt", "nosniff"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n大家好\n", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("data-subtitles", await Page(page, $"/office/documents/{id}/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_keeps_its_own_words_and_only_the_system_administrator_those_of_the_site()
    {
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        using var other = await Caller.Of(yunze, "kjj-office");
        using var page = await yunze.SignedIn("yunxi-swj-office");

        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(page, "/office/settings", "/office/settings?handler=Word", ("wrong", "云溪商局"), ("right", "云溪县商务局"), ("kind", "OfficialName"))).StatusCode);
        var own = (await head.Do("GET", $"checked-words?q={Uri.EscapeDataString("云溪商局")}")).GetProperty("items");
        var others = await other.Do("GET", $"checked-words?q={Uri.EscapeDataString("云溪商局")}");

        Assert.Equal("body", Text(own[0], "origin"));
        Assert.Equal(0, others.GetProperty("total").GetInt32());
        Assert.Contains("<td>本机关</td>", await Page(page, "/office/settings"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Refused("PUT", "site/checked-words", new { wrong = "云溪商局", right = "云溪县商务局", kind = "official_name" })).Status);
    }

    private static async Task<Guid> Drafted(Caller clerk, string title, object more) => (await clerk.Do("POST", "documents", Sent(title, more))).GetProperty("id").GetGuid();

    private static object Sent(string title, object more)
    {
        var content = new Dictionary<string, object?>
        {
            ["title"] = title,
            ["summary"] = "概述",
            ["issuer"] = "云泽市科学技术局",
            ["created_on"] = "2026-02-10",
            ["topic"] = "科技、教育\\科技",
            ["article20_item"] = "a20_01",
            ["html"] = "<p>现将有关事项通知如下。</p>",
        };
        foreach (var property in JsonSerializer.SerializeToElement(more).EnumerateObject())
            content[property.Name] = property.Value;
        return new { kind = "information", attribute = new { attribute = "proactive" }, content };
    }

    private static async Task<string> Page(HttpClient visitor, string address) => await YunzeSite.Text(await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel));

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
