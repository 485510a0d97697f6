using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Web.Tests.Office;

namespace Gongkai.Web.Tests.Api;

/// <summary>公开事项接口: a document from draft to withdrawal by programs alone.</summary>
public sealed class DocumentsApiTests(YunzeSite yunze)
{
    private static readonly Dictionary<string, string> s_signs = new()
    {
        ["section_head"] = "kjj-head",
        ["office_head"] = "kjj-office",
        ["reviewer"] = "kjj-review",
        ["secrecy_reviewer"] = "kjj-secrecy",
        ["leader"] = "kjj-leader",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_from_draft_over_every_signature_to_the_public_and_back()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var publisher = await Caller.Of(yunze, "kjj-publish");
        var id = await Drafted(clerk, "关于科技创新券兑付的通知");

        var (status, problem) = await publisher.Refused("POST", $"documents/{id}/publish");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("第十七条", problem.GetProperty("article").GetString(), StringComparison.Ordinal);

        var review = (await clerk.Do("POST", $"documents/{id}/submit")).GetProperty("review").GetGuid();
        await SignAll(review);
        await publisher.Do("POST", $"documents/{id}/publish");
        var shown = await clerk.Do("GET", $"documents/{id}");
        Assert.Equal("public", shown.GetProperty("state").GetString());
        Assert.Matches("/[0-9]{4}-[0-9]{5}$", shown.GetProperty("index_number").GetString());
        Assert.Equal("公开", shown.GetProperty("public_record")[0].GetProperty("what").GetString());
        Assert.Contains("D12", shown.GetProperty("open_steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()));

        Assert.Equal("reason", (await publisher.Refused("POST", $"documents/{id}/withdraw", new { })).Problem.GetProperty("field").GetString());
        await publisher.Do("POST", $"documents/{id}/withdraw", new { reason = "数据有误" });
        var gone = await clerk.Do("GET", $"documents/{id}");
        Assert.Equal(("withdrawn", "数据有误"), (gone.GetProperty("state").GetString(), gone.GetProperty("tombstone").GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task What_lacks_an_element_of_the_catalogue_is_not_published_and_page_and_interface_say_what()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var publisher = await Caller.Of(yunze, "kjj-publish");
        using var visitor = await yunze.SignedIn("kjj-publish");
        var id = (await clerk.Do("POST", "documents", new
        {
            kind = "information",
            attribute = new { attribute = "proactive" },
            content = new { title = "关于要素不全的通知", issuer = "云泽市科学技术局", created_on = "2026-02-10", topic = "科技、教育\\科技", html = "<p>现将有关事项通知如下。</p>" },
        })).GetProperty("id").GetGuid();
        async Task<string> Page(string step) => await YunzeSite.Text(await visitor.GetAsync(new Uri($"/office/documents/{id}{step}", UriKind.Relative), Cancel));

        Assert.Equal(["summary", "article20_item"], (await clerk.Do("GET", $"documents/{id}")).GetProperty("lacking").EnumerateArray().Select(key => key.GetString()));
        Assert.Equal("topic", Text((await clerk.Refused("PUT", $"documents/{id}", new { content = new { title = "关于要素不全的通知", topic = "没有的分类", html = "<p>正文。</p>" } })).Problem, "field"));
        using (var author = await yunze.SignedIn("kjj-case"))
            Assert.Contains("请填写内容概述，没有它审查通过也不能公开", await YunzeSite.Text(await author.GetAsync(new Uri($"/office/documents/{id}/submit", UriKind.Relative), Cancel)), StringComparison.Ordinal);

        await SignAll((await clerk.Do("POST", $"documents/{id}/submit")).GetProperty("review").GetGuid());
        var (status, problem) = await publisher.Refused("POST", $"documents/{id}/publish");
        var scheduled = await publisher.Refused("POST", $"documents/{id}/schedule", new { due_at = "2036-01-01T00:00:00Z" });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (status, scheduled.Status));
        Assert.Contains("第十二条", Text(problem, "article"), StringComparison.Ordinal);
        Assert.Contains("现在不能公开：缺少内容概述、法定公开事项，请撤回修改", await Page("/publish"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/office/documents/{id}/publish\"", await Page(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_document_shows_the_reviewer_what_has_changed_since()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var head = await Caller.Of(yunze, "kjj-head");
        var id = await Drafted(clerk, "关于申报重点实验室的通知");
        var review = (await clerk.Do("POST", $"documents/{id}/submit")).GetProperty("review").GetGuid();
        Assert.Contains($"{review}", await Waiting(head));

        await head.Do("POST", $"reviews/{review}/return", new { reason = "标题不准确", comments = new[] { new { quote = "重点实验室", offset = 4, text = "写全称" } } });
        Assert.DoesNotContain($"{review}", await Waiting(head));
        await clerk.Do("PUT", $"documents/{id}", new { content = Content("关于申报市级重点实验室的通知") });
        await clerk.Do("POST", $"documents/{id}/submit");

        var shown = await head.Do("GET", $"reviews/{review}");
        var change = Assert.Single(shown.GetProperty("rounds")[1].GetProperty("changes").EnumerateArray());
        Assert.Equal(("title", "关于申报重点实验室的通知", "关于申报市级重点实验室的通知"), (Text(change, "key"), Text(change, "before"), Text(change, "after")));
        Assert.Equal("写全称", Text(shown.GetProperty("comments")[0], "text"));
        Assert.DoesNotContain($"{review}", await Waiting(clerk));
    }

    [Fact]
    public async Task The_second_of_two_who_edit_one_draft_is_told_field_by_field_what_the_first_changed()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var head = await Caller.Of(yunze, "kjj-head");
        var id = await Drafted(clerk, "原来的标题");
        var (read, _) = await clerk.Send("GET", $"documents/{id}");
        var seen = read.Headers.ETag!.Tag;

        var (first, _) = await head.Send("PUT", $"documents/{id}", new { content = Content("先改的标题") }, ifMatch: seen);
        var (status, problem) = await clerk.Refused("PUT", $"documents/{id}", new { content = Content("后改的标题"), @base = Content("原来的标题") }, ifMatch: seen);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, status);
        var change = Assert.Single(problem.GetProperty("changes").EnumerateArray());
        Assert.Equal(("title", "原来的标题", "先改的标题"), (Text(change, "key"), Text(change, "before"), Text(change, "after")));
        Assert.Equal(first.Headers.ETag!.Tag, $"\"{problem.GetProperty("version").GetUInt32()}\"");
        var (again, _) = await clerk.Send("PUT", $"documents/{id}", new { content = Content("后改的标题") }, ifMatch: first.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        var id = await Drafted(clerk, "不变的标题");
        var (read, _) = await clerk.Send("GET", $"documents/{id}");

        var (same, _) = await clerk.Send("GET", $"documents/{id}", ifNoneMatch: $"\"nothing\", W/{read.Headers.ETag}");
        await clerk.Do("PUT", $"documents/{id}/attribute", new { attribute = "on_request", reason = "只涉及特定对象" });
        var (changed, _) = await clerk.Send("GET", $"documents/{id}", ifNoneMatch: read.Headers.ETag!.Tag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));
        Assert.NotEqual(read.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task The_list_has_pages_filters_and_a_total_and_nothing_of_other_bodies()
    {
        using var clerk = await Caller.Of(yunze, "yunxi-swj-case");
        foreach (var number in Enumerable.Range(1, 5))
            await Drafted(clerk, $"商务局第{number}号通知");
        await clerk.Do("PUT", $"documents/{await Drafted(clerk, "商务局过程稿")}/attribute", new { attribute = "withheld", ground = "EX6", reason = "征求意见的过程稿", evidence = "公开会使人误认为已经决定" });

        var second = await clerk.Do("GET", "documents?body=yunxi-swj&q=号通知&state=draft&kind=information&attribute=proactive&page=2&size=2");
        var withheld = await clerk.Do("GET", "documents?attribute=withheld&q=过程稿");
        var all = await clerk.Do("GET", "documents?size=200");

        Assert.Equal((5, 2, 2), (second.GetProperty("total").GetInt32(), second.GetProperty("page").GetInt32(), second.GetProperty("size").GetInt32()));
        Assert.Equal(["商务局第3号通知", "商务局第2号通知"], Titles(second));
        Assert.Equal(["商务局过程稿"], Titles(withheld));
        Assert.Equal(["yunxi-swj"], all.GetProperty("items").EnumerateArray().Select(item => Text(item, "body")).Distinct());
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Refused("GET", "documents?body=kjj")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Refused("GET", "documents?body=nowhere")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Refused("GET", "documents?state=lost")).Status);
    }

    [Fact]
    public async Task An_attachment_comes_back_under_a_harmless_name_and_only_to_those_who_may_read()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        using var stranger = await Caller.Of(yunze, "yunxi-swj-case");
        var id = await Drafted(clerk, "带附件的通知");
        using var part = new StringContent("<script>alert(1)</script>", Encoding.UTF8, "text/html");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString("..\\..\\etc/名单\u202Etxt.\"exe<b>.txt")}");
        using var form = new MultipartFormDataContent { part };

        var made = await clerk.Do("POST", $"documents/{id}/attachments", form);
        var raw = await clerk.Do("POST", $"documents/{id}/attachments?name={Uri.EscapeDataString("申报表.txt")}", new ByteArrayContent("申报表"u8.ToArray()));
        var answer = await clerk.Http.GetAsync(new Uri(Text(made, "url"), UriKind.Relative), Cancel);
        var (refused, _) = await stranger.Send("GET", $"documents/{id}/attachments/1");
        var pdf = await clerk.Do("POST", $"documents/{id}/attachments?name={Uri.EscapeDataString("说明.pdf")}", new ByteArrayContent("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray()));
        using var reader = await yunze.SignedIn("kjj-case");
        var opened = await reader.GetAsync(new Uri($"/office/documents/{id}/attachments/{pdf.GetProperty("number").GetInt32()}", UriKind.Relative), Cancel);
        Assert.Equal(("application/pdf", null), (opened.Content.Headers.ContentType!.MediaType, opened.Content.Headers.ContentDisposition));
        var program = await clerk.Refused("POST", $"documents/{id}/attachments?name=a.exe", new ByteArrayContent([1, 2, 3]));

        Assert.Equal("名单txt.exeb.txt", Text(made, "name"));
        Assert.Equal((2, "申报表.txt"), (raw.GetProperty("number").GetInt32(), Text(raw, "name")));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "名单txt.exeb.txt"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("<script>alert(1)</script>", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "name"), (program.Status, Text(program.Problem, "field")));
        await clerk.Do("DELETE", $"documents/{id}/attachments/2");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Refused("GET", $"documents/{id}/attachments/2")).Status);
    }

    [Fact]
    public async Task A_file_becomes_a_draft_and_the_checks_tell_what_is_in_it()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");
        const string Page = "<html><body><h1>关于公布资助名单的通知</h1><p>发文字号：云科发〔2026〕3号</p><p>张三，联系电话13800138000。</p></body></html>";

        var made = await clerk.Do("POST", "documents/import?body=kjj&name=old.html", new ByteArrayContent(Encoding.UTF8.GetBytes(Page)));
        var id = made.GetProperty("id").GetGuid();
        var shown = await clerk.Do("GET", $"documents/{id}");
        var found = await clerk.Do("GET", $"documents/{id}/checks");

        Assert.Equal("draft", Text(shown, "state"));
        Assert.Equal("云科发〔2026〕3号", Text(shown.GetProperty("versions")[0].GetProperty("content"), "document_number"));
        Assert.Contains("mobile_number", found.EnumerateArray().Select(one => Text(one, "check")));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Refused("POST", "documents/import", new ByteArrayContent([1]))).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_404_and_what_is_not_sent_is_400()
    {
        using var clerk = await Caller.Of(yunze, "kjj-case");

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Refused("GET", $"documents/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Refused("POST", $"documents/{Guid.CreateVersion7()}/submit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Refused("GET", $"reviews/{Guid.CreateVersion7()}")).Status);
        Assert.Equal("attribute", Text((await clerk.Refused("POST", "documents", new { kind = "information" })).Problem, "field"));
        Assert.Equal("kind", Text((await clerk.Refused("POST", "documents", new { kind = "letter" })).Problem, "field"));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Refused("POST", "documents", new StringContent("{", Encoding.UTF8, "application/json"))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await clerk.Refused("POST", "documents", new StringContent("title=x", Encoding.UTF8, "application/x-www-form-urlencoded"))).Status);
    }

    private static object Content(string title) => new
    {
        title,
        summary = "概述",
        issuer = "云泽市科学技术局",
        created_on = "2026-02-10",
        topic = "科技、教育\\科技",
        article20_item = "a20_01",
        html = "<p>现将有关事项通知如下。</p>",
    };

    private static async Task<Guid> Drafted(Caller clerk, string title) =>
        (await clerk.Do("POST", "documents", new { kind = "information", attribute = new { attribute = "proactive" }, content = Content(title) })).GetProperty("id").GetGuid();

    private async Task SignAll(Guid review)
    {
        using var reader = await Caller.Of(yunze, "kjj-office");
        while (await reader.Do("GET", $"reviews/{review}") is var shown && shown.GetProperty("stage").ValueKind != JsonValueKind.Null)
        {
            var stage = shown.GetProperty("stages")[shown.GetProperty("stage").GetInt32() - 1];
            using var signatory = await Caller.Of(yunze, s_signs[Text(stage, "role")]);
            if (stage.GetProperty("is_secrecy").GetBoolean())
                await signatory.Do("POST", $"reviews/{review}/secrecy", new { conclusion = "may_be_published", basis = "不涉及国家秘密和工作秘密" });
            else
                await signatory.Do("POST", $"reviews/{review}/approve", new { gates = stage.GetProperty("gates").EnumerateArray().Select(gate => Text(gate, "gate")), text = "同意" });
        }
    }

    private static async Task<IEnumerable<string>> Waiting(Caller officer) => (await officer.Do("GET", "reviews?waiting=true&size=200")).GetProperty("items").EnumerateArray().Select(item => Text(item, "id"));

    private static IEnumerable<string> Titles(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => Text(item, "title"));

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
