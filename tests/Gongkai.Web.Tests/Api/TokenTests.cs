using System.Net;
using System.Net.Http.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Api;

/// <summary>接口令牌: made on the page of one's account, good for the interface, for nothing else.</summary>
public sealed class TokenTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_made_on_the_page_shown_once_and_revoked_there()
    {
        using var person = await yunze.SignedIn("yunyang-secrecy");
        var page = await YunzeSite.Text(await YunzeSite.PostTo(person, "/office/account", "/office/account?handler=MakeToken", ("Name", "门户同步"), ("ExpiresOn", $"{Tomorrow:yyyy-MM-dd}"), ("scopes", "office.use"), ("scopes", "documents.read")));
        var secret = Between(page, "<code id=\"token\">", "</code>");
        using var program = Caller.With(yunze, secret);

        var mine = Assert.Single((await program.Do("GET", "tokens")).EnumerateArray());
        Assert.Equal(["documents.read", "office.use"], mine.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.DoesNotContain(secret, await person.GetStringAsync(new Uri("/office/account", UriKind.Relative), Cancel), StringComparison.Ordinal);

        await YunzeSite.PostTo(person, "/office/account", "/office/account?handler=RevokeToken", ("token", mine.GetProperty("id").GetString()!));
        var (status, problem) = await program.Refused("GET", "tokens");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("已撤销", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_right_or_with_too_long_a_life_is_refused_beside_the_field()
    {
        using var person = await yunze.SignedIn("yunyang-office");

        var page = await YunzeSite.Text(await YunzeSite.PostTo(person, "/office/account", "/office/account?handler=MakeToken", ("Name", "门户同步"), ("ExpiresOn", $"{Tomorrow:yyyy-MM-dd}")));

        Assert.Contains("请至少选择一项权限", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"token\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gk_wrong")]
    [InlineData("")]
    [InlineData("gk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_wrong_one_opens_nothing_even_beside_a_session(string secret)
    {
        using var person = await yunze.SignedIn("kjj-office");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/bodies");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {secret}");

        var answer = await person.SendAsync(request, Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json", "Bearer"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.WwwAuthenticate.Single().Scheme));
    }

    [Fact]
    public async Task Reaches_no_further_than_its_scopes_and_its_officer()
    {
        using var reader = await Caller.Of(yunze, "kjj-office", "documents.read");
        using var granter = await Caller.Of(yunze, "security", "roles.grant");
        using var clerk = await Caller.Of(yunze, "kjj-intake", "officers.manage");
        var officer = (await yunze.OfficerOf("system")).Value;

        await reader.Do("GET", "documents");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Refused("GET", "ledger")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Refused("POST", "documents", new { })).Status);
        // The operation itself asks for more than its address: an administrator's role needs a scope of its own.
        Assert.Equal(HttpStatusCode.Forbidden, (await granter.Refused("POST", $"officers/{officer}/roles", new { role = "security_admin", from = "2030-01-01" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Refused("POST", "bodies/kjj/officers", new { name = "某人", appointed_on = "2026-01-05" })).Status);
    }

    [Fact]
    public async Task Opens_no_page_of_the_office()
    {
        using var program = await Caller.Of(yunze, "kjj-office");

        var answer = await program.Http.GetAsync(new Uri("/office", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/office/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_does_stands_in_the_ledger_under_its_officer_and_its_name()
    {
        using var program = await Caller.Of(yunze, "yunyang-office");

        var made = await program.Do("POST", "bodies/yunyang/sections", new { name = "数据科" });

        var key = made.GetProperty("id").GetString();
        var entry = await yunze.Db(db => db.LedgerEntries.SingleAsync(entry => entry.Act == "sections.add" && entry.Key == key, Cancel));
        Assert.Equal($"{(await yunze.OfficerOf("yunyang-office")).Value}", entry.ActorId);
        Assert.EndsWith("（接口令牌“测试程序”）", entry.ActorName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", "http://localhost", false)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData("same-origin", null, true)]
    [InlineData(null, "http://localhost", true)]
    public async Task A_session_changes_something_only_from_a_page_of_this_site(string? site, string? origin, bool heard)
    {
        using var person = await yunze.SignedIn("kjj-office");
        person.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bodies/kjj/sections") { Content = JsonContent.Create(new { }) };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        var answer = await person.SendAsync(request, Cancel);

        Assert.Equal(heard ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static DateOnly Tomorrow => TimeProvider.System.Today().AddDays(1);

    private static string Between(string page, string before, string after)
    {
        var start = page.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, page);
        return page[(start + before.Length)..page.IndexOf(after, start + before.Length, StringComparison.Ordinal)];
    }
}
