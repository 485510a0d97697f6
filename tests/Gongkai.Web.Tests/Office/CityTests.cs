using System.Net;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Host;
using Gongkai.Ledgers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Office;

/// <summary>统一身份认证: against a provider on this machine.</summary>
public sealed class CityTests : IAsyncLifetime
{
    private CityProvider _city = null!;
    private Site _site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _city = await CityProvider.Start();
        _site = Site.With(
            ("Gongkai:SignIn:PasswordRounds", "1000"), ("Gongkai:SignIn:AttemptsPerMinute", "100000"),
            ("Gongkai:SignIn:City:ClientId", CityProvider.Client), ("Gongkai:SignIn:City:ClientSecret", CityProvider.ClientSecret),
            ("Gongkai:SignIn:City:AuthorizationEndpoint", $"{_city.Address}/authorize"), ("Gongkai:SignIn:City:TokenEndpoint", $"{_city.Address}/token"), ("Gongkai:SignIn:City:UserInformationEndpoint", $"{_city.Address}/userinfo"));
        await using var scope = _site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SampleWorld>().Load(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _city.DisposeAsync();
    }

    [Fact]
    public async Task Lets_in_whom_the_city_names_binds_him_once_and_leaves_entries()
    {
        _city.Person = ("city-0001", "kjj-case");
        using var first = Visitor();
        Assert.Equal("/office/bodies", await Through(first, "/office/bodies"));
        Assert.Contains("承办人", await first.GetStringAsync(new Uri("/office", UriKind.Relative), Cancel), StringComparison.Ordinal);

        // Later the city may call him otherwise; he is who he was.
        _city.Person = ("city-0001", "somebody-else");
        using var again = Visitor();
        Assert.Equal("/office", await Through(again));

        Assert.Equal(1, await Entries("accounts.bind_city"));
        Assert.Equal(2, await Entries("accounts.sign_in"));
        Assert.Equal("city-0001", await Db(db => db.Accounts.Where(account => account.Login == "kjj-case").Select(account => account.CitySubject).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Is_an_address_the_browser_may_be_led_to_from_the_form()
    {
        using var visitor = Visitor();

        var page = await visitor.GetAsync(new Uri("/office/sign-in", UriKind.Relative), Cancel);

        Assert.Contains($"form-action 'self' {_city.Address};", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_as_a_second_factor_for_an_administrator()
    {
        _city.Person = ("city-0002", "system");
        using var visitor = Visitor();

        Assert.Equal("/office", await Through(visitor));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/office/bodies/new", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Registers_nobody()
    {
        _city.Person = ("city-0003", "nobody-here");
        using var visitor = Visitor();

        Assert.Equal("/office/sign-in?city=unknown", await Through(visitor));

        await StillOutside(visitor);
        Assert.Equal(1, await Entries("accounts.sign_in_failed"));
    }

    [Fact]
    public async Task Does_not_give_one_mans_account_to_another_of_the_same_name()
    {
        _city.Person = ("city-0004", "kjj-head");
        using var owner = Visitor();
        await Through(owner);

        _city.Person = ("city-0005", "kjj-head");
        using var other = Visitor();

        Assert.Equal("/office/sign-in?city=unknown", await Through(other));
        await StillOutside(other);
    }

    [Fact]
    public async Task A_no_over_there_is_a_no_here()
    {
        _city.Person = null;
        using var visitor = Visitor();

        Assert.Equal("/office/sign-in?city=failed", await Through(visitor));

        await StillOutside(visitor);
        Assert.Equal(1, await Entries("accounts.sign_in_failed"));
    }

    [Fact]
    public async Task An_answer_with_a_strange_state_or_in_a_strange_browser_is_refused()
    {
        _city.Person = ("city-0006", "kjj-case");
        using var visitor = Visitor();
        using var stranger = Visitor();
        var back = await Answered(visitor, "/office");

        var strange = await visitor.GetAsync(new Uri(back.Replace("state=", "state=x", StringComparison.Ordinal), UriKind.Relative), Cancel);
        var stolen = await stranger.GetAsync(new Uri(back, UriKind.Relative), Cancel);

        Assert.Equal(("/office/sign-in?city=failed", "/office/sign-in?city=failed"), (strange.Headers.Location!.ToString(), stolen.Headers.Location!.ToString()));
        await StillOutside(visitor);
        await StillOutside(stranger);
    }

    [Fact]
    public async Task A_code_without_its_verifier_is_worth_nothing()
    {
        (_city.Person, _city.LosesChallenge) = (("city-0007", "kjj-case"), true);
        using var visitor = Visitor();

        Assert.Equal("/office/sign-in?city=failed", await Through(visitor));

        await StillOutside(visitor);
    }

    [Fact]
    public async Task A_userinfo_that_names_nobody_lets_nobody_in()
    {
        _city.Person = (null, "kjj-case");
        using var visitor = Visitor();

        Assert.Equal("/office/sign-in?city=failed", await Through(visitor));

        await StillOutside(visitor);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/check")]
    public async Task Never_leads_out_of_the_office(string wanted)
    {
        _city.Person = ("city-0008", "kjj-case");
        using var visitor = Visitor();

        Assert.Equal("/office", await Through(visitor, wanted));
    }

    /// <summary>The whole way as a browser goes it; where it ends.</summary>
    private static async Task<string> Through(HttpClient visitor, string wanted = "/office")
    {
        var returned = await visitor.GetAsync(new Uri(await Answered(visitor, wanted), UriKind.Relative), Cancel);
        var next = returned.Headers.Location!.ToString();
        if (!next.StartsWith("/office/sign-in/city", StringComparison.Ordinal))
            return next;
        return (await visitor.GetAsync(new Uri(next, UriKind.Relative), Cancel)).Headers.Location!.ToString();
    }

    /// <summary>To the city and back: the address the city sends the browser to.</summary>
    private static async Task<string> Answered(HttpClient visitor, string wanted)
    {
        var sent = await YunzeSite.PostTo(visitor, "/office/sign-in", $"/office/sign-in?handler=City&return={Uri.EscapeDataString(wanted)}");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var answer = await browser.GetAsync(sent.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }

    private static async Task StillOutside(HttpClient visitor) => Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(new Uri("/office", UriKind.Relative), Cancel)).StatusCode);

    // The cookie that carries the state is for encrypted connections alone.
    private HttpClient Visitor() => _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    private Task<int> Entries(string act) => Db(db => db.LedgerEntries.CountAsync(entry => entry.Act == act, Cancel));

    private async Task<T> Db<T>(Func<GongkaiDb, Task<T>> work)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<GongkaiDb>());
    }
}
