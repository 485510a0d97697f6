using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Web.Tests.Api;

namespace Gongkai.Web.Tests.Office;

/// <summary>保管期限: set on the page and over the interface, decided with the archiving, and shown with what it follows from.</summary>
public sealed partial class RetentionPagesTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_set_decided_with_the_archiving_and_shown()
    {
        var (document, _) = await BodyThings.PublicDocument(yunze, "yunxi-swj", "关于印发工作要点的通知");
        using var head = await yunze.SignedIn("yunxi-swj-office");
        using var publisher = await yunze.SignedIn("yunxi-swj-publish");
        using var program = await Caller.Of(yunze, "yunxi-swj-office");

        // Each row of the page has a version of its own.
        var seen = Seen().Match(await Page(head, "/office/settings")).Groups["seen"].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(head, "/office/settings", "/office/settings?handler=Retention", ("kind", "Information"), ("seen", seen), ("period", "TenYears"))).StatusCode);
        var before = await Page(publisher, $"/office/documents/{document.Value}");
        var step = await Page(publisher, $"/office/documents/{document.Value}/archive");
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.Post(publisher, $"/office/documents/{document.Value}/archive", ("Retention", "Permanent"))).StatusCode);
        await program.Do("PUT", "bodies/yunxi-swj/retention", new { kind = "information", period = "thirty_years" });
        var shown = (await program.Do("GET", $"documents/{document.Value}")).GetProperty("retention");

        Assert.Contains("10年，至2034年12月31日", before, StringComparison.Ordinal);
        Assert.Contains("<option value=\"TenYears\" selected>10年</option>", step, StringComparison.Ordinal);
        Assert.Equal(("permanent", true), (shown.GetProperty("period").GetString(), shown.GetProperty("is_decided").GetBoolean()));
        Assert.Equal("thirty_years", Assert.Single((await program.Do("GET", "bodies/yunxi-swj/retention")).EnumerateArray(), row => row.GetProperty("kind").GetString() == "information").GetProperty("period").GetString());
        Assert.Equal(0, (await program.Do("GET", "documents?body=yunxi-swj&retention=ended")).GetProperty("total").GetInt32());
        Assert.Contains("没有符合条件的事项", await Page(head, "/office/documents?ended=true"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.Refused("GET", "documents?retention=ended")).Status);
    }

    [GeneratedRegex("name=\"kind\" value=\"Information\"><input type=\"hidden\" name=\"seen\" value=\"(?<seen>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seen();

    private static async Task<string> Page(HttpClient visitor, string address) => await YunzeSite.Text(await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel));
}
