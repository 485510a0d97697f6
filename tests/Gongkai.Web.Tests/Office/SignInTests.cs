using System.Net;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>登录.</summary>
public sealed class SignInTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_asked_of_everybody_who_comes_without_a_session()
    {
        using var visitor = yunze.Visitor();

        var answer = await visitor.GetAsync(new Uri("/office/bodies", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/office/sign-in?return=%2Foffice%2Fbodies", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_the_office_and_leaves_an_entry()
    {
        using var visitor = await yunze.SignedIn("kjj-office");

        var page = await visitor.GetStringAsync(new Uri("/office", UriKind.Relative), Cancel);

        Assert.Contains("公开工作机构负责人", page, StringComparison.Ordinal);
        var officer = await yunze.OfficerOf("kjj-office");
        Assert.True(await yunze.Db(db => db.LedgerEntries.AnyAsync(entry => entry.Act == "accounts.sign_in" && entry.ActorId == $"{officer.Value}", Cancel)));
    }

    [Fact]
    public async Task Refuses_a_wrong_password_in_the_same_words_as_an_unknown_login()
    {
        using var visitor = yunze.Visitor();

        var wrong = await YunzeSite.Text(await YunzeSite.Post(visitor, "/office/sign-in", ("Login", "gxj-office"), ("Password", "nonsense-nonsense")));
        var unknown = await YunzeSite.Text(await YunzeSite.Post(visitor, "/office/sign-in", ("Login", "nobody-here"), ("Password", "nonsense-nonsense")));

        Assert.Contains("登录名或者口令不正确", wrong, StringComparison.Ordinal);
        Assert.Contains("登录名或者口令不正确", unknown, StringComparison.Ordinal);
        Assert.Contains("value=\"gxj-office\"", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense-nonsense", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_as_many_browsers_as_one_person_signs_in_with_at_one_moment()
    {
        var doors = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => yunze.SignedIn("yunyang-review")));

        Assert.All(doors, door => Assert.NotNull(door));
        foreach (var door in doors)
            door.Dispose();
    }

    [Fact]
    public async Task Counts_every_wrong_password_of_those_that_arrive_at_one_moment()
    {
        await Task.WhenAll(Enumerable.Range(0, Account.AttemptsBeforeLock).Select(async i =>
        {
            using var visitor = yunze.Visitor();
            var answer = await YunzeSite.Post(visitor, "/office/sign-in", ("Login", "yunyang-case"), ("Password", $"wrong-{i}-wrong"));
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }));

        Assert.True(await yunze.Db(db => db.Accounts.AnyAsync(account => account.Login == "yunyang-case" && account.LockedUntil != null, Cancel)));
    }

    [Fact]
    public async Task Locks_the_account_after_five_wrong_passwords_even_for_the_right_one()
    {
        using var visitor = yunze.Visitor();
        for (var i = 0; i < Account.AttemptsBeforeLock; i++)
            await YunzeSite.Post(visitor, "/office/sign-in", ("Login", "gxj-case"), ("Password", $"wrong-{i}-wrong"));

        var answer = await YunzeSite.Text(await YunzeSite.Post(visitor, "/office/sign-in", ("Login", "gxj-case"), ("Password", Gongkai.Host.SampleWorld.Password)));

        Assert.Contains("账号已锁定15分钟", answer, StringComparison.Ordinal);
        Assert.True(await yunze.Db(db => db.LedgerEntries.AnyAsync(entry => entry.Act == "accounts.lock_out", Cancel)));
    }

    [Fact]
    public async Task Never_leads_out_of_the_office()
    {
        using var visitor = yunze.Visitor();

        var answer = await YunzeSite.Post(visitor, "/office/sign-in?return=https://evil.example/", ("Login", "gxj-head"), ("Password", Gongkai.Host.SampleWorld.Password), ("Return", "//evil.example/"));

        Assert.Equal("/office", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task With_an_authenticator_asks_for_a_code_and_takes_each_code_once()
    {
        using var visitor = await yunze.SignedIn("gxj-review");
        var page = await visitor.GetStringAsync(new Uri("/office/account/authenticator", UriKind.Relative), Cancel);
        var (key, proposed) = (KeyIn(page), Between(page, "name=\"proposed\" value=\"", "\""));
        var code = Totp.CodeAt(key, TimeProvider.System.GetUtcNow());
        var confirmed = await YunzeSite.Text(await YunzeSite.Post(visitor, "/office/account/authenticator", ("Code", code), ("proposed", proposed)));
        var recovery = Between(confirmed, "<li><code>", "</code>");

        using var other = yunze.Visitor();
        var half = await YunzeSite.Post(other, "/office/sign-in", ("Login", "gxj-review"), ("Password", Gongkai.Host.SampleWorld.Password));
        Assert.StartsWith("/office/sign-in/second-factor", half.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(new Uri("/office", UriKind.Relative), Cancel)).StatusCode);
        var again = await YunzeSite.Text(await YunzeSite.Post(other, "/office/sign-in/second-factor", ("Code", code)));
        var entered = await YunzeSite.Post(other, "/office/sign-in/second-factor", ("Code", recovery));

        Assert.Contains("已经用过", again, StringComparison.Ordinal);
        Assert.Equal("/office", entered.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_is_over()
    {
        using var first = await yunze.SignedIn("yunyang-gxj-case");
        using var second = await yunze.SignedIn("yunyang-gxj-case");

        await YunzeSite.PostTo(second, "/office/account", "/office/account?handler=EndOthers");

        Assert.Equal(HttpStatusCode.Redirect, (await first.GetAsync(new Uri("/office", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(new Uri("/office", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var visitor = await yunze.SignedIn("yunyang-gxj-head");

        await YunzeSite.Post(visitor, "/office/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(new Uri("/office", UriKind.Relative), Cancel)).StatusCode);
        var officer = await yunze.OfficerOf("yunyang-gxj-head");
        Assert.False(await yunze.Db(db => (from session in db.Sessions join account in db.Accounts on session.Account equals account.Id where account.Officer == officer select session).AnyAsync(Cancel)));
    }

    [Fact]
    public async Task A_one_time_link_sets_a_password_once()
    {
        using var security = await yunze.SignedIn("security");
        var officer = await yunze.OfficerOf("yunyang-gxj-leader");
        var told = await YunzeSite.Text(await YunzeSite.PostTo(security, $"/office/officers/{officer.Value}/account", $"/office/officers/{officer.Value}/account?handler=Link"));
        var link = new Uri(Between(told, "<code id=\"link\">", "</code>")).AbsolutePath;

        using var visitor = yunze.Visitor();
        var weak = await YunzeSite.Text(await YunzeSite.Post(visitor, link, ("Password", "short"), ("Again", "short")));
        var entered = await YunzeSite.Post(visitor, link, ("Password", "一句自己记得住的话语"), ("Again", "一句自己记得住的话语"));

        Assert.Contains("口令至少10个字符", weak, StringComparison.Ordinal);
        Assert.Equal("/office", entered.Headers.Location!.ToString());
        Assert.Contains("链接已失效", await visitor.GetStringAsync(new Uri(link, UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        var key = "12345678901234567890"u8.ToArray();

        Assert.Equal("287082", Totp.CodeAt(key, DateTimeOffset.FromUnixTimeSeconds(59)));
        Assert.Equal("081804", Totp.CodeAt(key, DateTimeOffset.FromUnixTimeSeconds(1111111109)));
        Assert.Equal("353130", Totp.CodeAt(key, DateTimeOffset.FromUnixTimeSeconds(20000000000)));
    }

    private static byte[] KeyIn(string page)
    {
        var text = Between(page, "<code id=\"secret\">", "</code>").Replace(" ", "", StringComparison.Ordinal);
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2))];
    }

    private static string Between(string page, string before, string after)
    {
        var start = page.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, page);
        return page[(start + before.Length)..page.IndexOf(after, start + before.Length, StringComparison.Ordinal)];
    }
}
