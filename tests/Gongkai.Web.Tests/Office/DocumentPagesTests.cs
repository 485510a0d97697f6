using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>公开事项的页面: from the first word to the public page and away again, through forms alone, as a browser without scripts sends them.</summary>
public sealed partial class DocumentPagesTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_goes_from_draft_through_its_chain_to_the_public_and_leaves_a_tombstone()
    {
        using var clerk = await yunze.SignedIn("yunxi-swj-case");
        using var everybody = yunze.Visitor();
        var home = await Drafted(clerk, "云溪县商务局关于开展消费帮扶活动的通知");
        var open = home.Replace("/office", "", StringComparison.Ordinal);

        await Act(clerk, $"{home}/submit");
        foreach (var login in (string[])["yunxi-swj-head", "yunxi-swj-office", "yunxi-swj-secrecy", "yunxi-swj-leader"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Get(everybody, open)).StatusCode);
            await Sign(login, home);
        }

        using var publisher = await yunze.SignedIn("yunxi-swj-publish");
        Assert.Equal(HttpStatusCode.NotFound, (await Get(everybody, $"{open}/attachments/1")).StatusCode);
        await Act(publisher, $"{home}/publish");

        var page = await YunzeSite.Text(await Get(everybody, open));
        Assert.Contains("消费帮扶活动", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ArticleTitle\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Get(everybody, $"{open}/attachments/1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(everybody, $"{open}/download.docx")).StatusCode);

        await Act(publisher, $"{home}/withdraw", ("Reason", "内容有误，更正后重新公开"));
        var gone = await Get(everybody, open);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("内容有误，更正后重新公开", await YunzeSite.Text(gone), StringComparison.Ordinal);
        foreach (var side in (string[])["/attachments/1", "/download.docx", "/download.pdf", "/qr.svg"])
            Assert.Equal(HttpStatusCode.NotFound, (await Get(everybody, open + side)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(everybody, $"/documents/bundle.pdf?id={open.Split('/')[^1]}")).StatusCode);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_one_draft_sees_field_by_field_what_the_first_changed_and_loses_nothing()
    {
        using var clerk = await yunze.SignedIn("yunxi-swj-case");
        using var head = await yunze.SignedIn("yunxi-swj-head");
        var home = await Drafted(clerk, "云溪县商务局关于两人同时修改的通知");
        var form = await Form(clerk, $"{home}/edit");

        var first = await YunzeSite.Post(head, $"{home}/edit", ("Title", "云溪县商务局关于两人同时修改的通知"), ("Summary", "先到的概述"), ("Html", "<p>先到的正文。</p>"), ("base", form.Base));
        var second = await YunzeSite.Post(clerk, $"{home}/edit", ("Title", "云溪县商务局关于两人同时修改的通知"), ("Summary", "后到的概述"), ("Html", "<p>后到的正文。</p>"), ("seen", form.Seen), ("base", form.Base));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        var page = await YunzeSite.Text(second);
        Assert.Contains("先到的概述", page, StringComparison.Ordinal);
        Assert.Contains("后到的概述", page, StringComparison.Ordinal);
        Assert.Contains("后到的正文", page, StringComparison.Ordinal);
        var again = await YunzeSite.Post(clerk, $"{home}/edit", ("Title", "云溪县商务局关于两人同时修改的通知"), ("Summary", "后到的概述"), ("Html", "<p>后到的正文。</p>"), ("seen", DataVersion().Match(page).Groups["version"].Value), ("base", form.Base));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("后到的正文", await YunzeSite.Text(await Get(clerk, home)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_runs_is_gone_before_it_is_stored()
    {
        using var clerk = await yunze.SignedIn("yunxi-swj-case");
        var home = await Drafted(clerk, "云溪县商务局关于脚本的通知");
        var form = await Form(clerk, $"{home}/edit");

        await YunzeSite.Post(clerk, $"{home}/edit", ("Title", "<script>alert(1)</script>"), ("Html", "<p onclick=\"alert(1)\">正文<script>alert(2)</script><img src=x onerror=alert(3)></p>"), ("seen", form.Seen));

        var page = await YunzeSite.Text(await Get(clerk, home));
        Assert.Contains("<p>正文</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(2)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_it_cannot_sign_it_and_who_is_not_asked_cannot_either()
    {
        using var clerk = await yunze.SignedIn("yunxi-swj-head");
        var home = await Drafted(clerk, "云溪县商务局关于自写自审的通知");
        await Act(clerk, $"{home}/submit");
        var review = await ReviewOf(home);

        var own = await YunzeSite.PostTo(clerk, "/office/account", $"{review}?handler=Approve", [.. Gates("yunxi-swj-head")]);
        using var leader = await yunze.SignedIn("yunxi-swj-leader");
        var early = await YunzeSite.PostTo(leader, "/office/account", $"{review}?handler=Approve", ("Gates", "Politics"));

        Assert.Contains("撰稿人不能审查", await YunzeSite.Text(own), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, early.StatusCode);
    }

    [Fact]
    public async Task A_step_that_is_not_open_says_why_with_its_article()
    {
        using var office = await yunze.SignedIn("yunxi-swj-office");
        var home = await Drafted(office, "云溪县商务局关于尚未审查的通知");

        var page = await YunzeSite.Text(await Get(office, $"{home}/publish"));
        var pressed = await YunzeSite.PostTo(office, "/office/account", $"{home}/publish");

        Assert.Contains("现在不能公开：现在是“起草”", page, StringComparison.Ordinal);
        Assert.DoesNotContain("已公开。", await YunzeSite.Text(pressed), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(office, $"{home}/nonsense")).StatusCode);
    }

    private static async Task<HttpResponseMessage> Get(HttpClient visitor, string address) => await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel);

    private static async Task Act(HttpClient visitor, string address, params (string, string)[] fields)
    {
        var answer = await YunzeSite.Post(visitor, address, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address}: {answer.StatusCode} {Faults().Match(await YunzeSite.Text(answer)).Value}");
    }

    /// <summary>A draft with everything the catalogue asks for and an attachment.</summary>
    private static async Task<string> Drafted(HttpClient clerk, string title)
    {
        var made = await YunzeSite.Post(clerk, "/office/documents/new", ("Title", title), ("Kind", "Information"), ("Attribute", "Proactive"));
        var edit = made.Headers.Location!.OriginalString;
        await Act(clerk, edit, ("Title", title), ("Summary", "概述"), ("Issuer", "云泽市云溪县商务局"), ("CreatedOn", "2026-11-02"), ("Topic", "商贸、海关、旅游\\国内贸易（含供销）"), ("Article20Item", "a20_15"), ("Html", "<p>现将有关事项通知如下。</p>"));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await YunzeSite.Text(await Get(clerk, edit))).Groups["token"].Value), "__RequestVerificationToken" },
            { new ByteArrayContent("报名表"u8.ToArray()), "files", "报名表.txt" },
        };
        var attached = await clerk.PostAsync(new Uri($"{edit}?handler=Attach", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, attached.StatusCode);
        return edit[..edit.LastIndexOf('/')];
    }

    private async Task Sign(string login, string home)
    {
        using var signer = await yunze.SignedIn(login);
        var review = await ReviewOf(home);
        var answer = login.EndsWith("secrecy", StringComparison.Ordinal)
            ? await YunzeSite.PostTo(signer, review, $"{review}?handler=Secrecy", ("Conclusion", "MayBePublished"), ("Basis", "不涉及国家秘密"), ("Gates", "Secrecy"))
            : await YunzeSite.PostTo(signer, review, $"{review}?handler=Approve", [.. Gates(login)]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{login}: {answer.StatusCode} {Faults().Match(await YunzeSite.Text(answer)).Value}");
    }

    private static IEnumerable<(string, string)> Gates(string login) => (login.Split('-')[^1] switch
    {
        "head" => new[] { Gate.Lawfulness, Gate.Completeness, Gate.Truth, Gate.Text },
        "office" => [Gate.Policy, Gate.Law],
        _ => [Gate.Politics],
    }).Select(gate => ("Gates", gate.ToString()));

    private async Task<string> ReviewOf(string home)
    {
        var key = home.Split('/')[^1];
        var id = await yunze.Db(db => db.Reviews.Where(review => review.SubjectKey == key).Select(review => review.Id).SingleAsync(Cancel));
        return $"/office/reviews/{id.Value}";
    }

    private static async Task<(string Seen, string Base)> Form(HttpClient visitor, string address)
    {
        var page = await YunzeSite.Text(await Get(visitor, address));
        return (Seen().Match(page).Groups["seen"].Value, WebUtility.HtmlDecode(BaseField().Match(page).Groups["base"].Value));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seen();

    [GeneratedRegex("name=\"base\" value=\"(?<base>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BaseField();

    [GeneratedRegex("data-version=\"(?<version>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DataVersion();

    [GeneratedRegex("class=\"faults\".{0,600}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Faults();
}
