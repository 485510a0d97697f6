using System.Net;
using System.Text.Json;
using Gongkai.Web.Tests.Api;

namespace Gongkai.Web.Tests.Office;

/// <summary>复查发现: what a second look found stands on the page of the day and in a list, and goes when somebody says why it may stay.</summary>
public sealed class FindingsTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_a_task_until_somebody_says_why_they_may_stay()
    {
        var (finding, _) = await NewFinding("yunxi");
        using var head = await yunze.SignedIn("yunxi-office");
        var today = await Page(head, "/office");
        var list = await Page(head, "/office/findings");

        var refused = await YunzeSite.Text(await YunzeSite.PostTo(head, "/office/findings", "/office/findings?handler=Accept", ("id", $"{finding}"), ("reason", " ")));
        var settled = await YunzeSite.PostTo(head, "/office/findings", "/office/findings?handler=Accept", ("id", $"{finding}"), ("reason", "专有名称"));
        var accepted = await Page(head, "/office/findings?state=Accepted");

        Assert.Contains("href=\"/office/findings\">", today, StringComparison.Ordinal);
        Assert.Contains("复查", today, StringComparison.Ordinal);
        Assert.Contains($"value=\"{finding}\"", list, StringComparison.Ordinal);
        Assert.Contains("请写明可以公开的理由", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        Assert.DoesNotContain($"value=\"{finding}\"", await Page(head, "/office/findings"), StringComparison.Ordinal);
        Assert.Contains("专有名称", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_listed_and_settled_over_the_interface()
    {
        var (finding, document) = await NewFinding("yunxi");
        using var publisher = await Caller.Of(yunze, "yunxi-publish");

        var listed = Assert.Single((await publisher.Do("GET", $"findings?body=yunxi&document={document}&state=open")).GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == finding);
        var settled = await publisher.Do("POST", $"findings/{finding}/accept", new { reason = "原文如此" });
        var again = await publisher.Refused("POST", $"findings/{finding}/accept", new { reason = "再说一次" });

        Assert.Equal("wrong_word", listed.GetProperty("check").GetString());
        Assert.Equal(("accepted", "原文如此"), (settled.GetProperty("state").GetString(), settled.GetProperty("reason").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(JsonValueKind.Number, (await publisher.Do("GET", "findings/scan")).GetProperty("waiting").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.Refused("POST", $"findings/{Guid.NewGuid()}/accept", new { reason = "没有" })).Status);
    }

    /// <summary>In something of the body that everybody can read.</summary>
    private async Task<(Guid Finding, Guid Document)> NewFinding(string body)
    {
        var (document, owner) = await BodyThings.PublicDocument(yunze, body, "关于公布资助名单的通知");
        return (await BodyThings.NewFinding(yunze, document, owner), document.Value);
    }

    private static async Task<string> Page(HttpClient visitor, string address) => await YunzeSite.Text(await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel));
}
