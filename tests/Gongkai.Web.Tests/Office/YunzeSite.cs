using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Host;
using Gongkai.Web.Tests.Office;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(YunzeSite))]

namespace Gongkai.Web.Tests.Office;

/// <summary>云泽市的站点: the site with the sample world, for tests of the office.</summary>
public sealed partial class YunzeSite : IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Site Site { get; } = Site.With(("Gongkai:SignIn:SecondFactor", "Nobody"), ("Gongkai:SignIn:AttemptsPerMinute", "100000"), ("Gongkai:SignIn:PasswordRounds", "1000"));

    public async ValueTask InitializeAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SampleWorld>().Load(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public HttpClient Visitor() => Site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Somebody who has signed in with the demo's password.</summary>
    public async Task<HttpClient> SignedIn(string login)
    {
        var visitor = Visitor();
        var answer = await Post(visitor, "/office/sign-in", ("Login", login), ("Password", SampleWorld.Password));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{login}: {answer.StatusCode}");
        // As a browser says of what a page of the site sends.
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return visitor;
    }

    /// <summary>Opens a page, fills its form in as a browser without scripts does, and sends it.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient visitor, string address, params (string Name, string Value)[] fields) => await PostTo(visitor, address, address, fields);

    /// <summary>The same where the form is sent to another address than that of its page.</summary>
    public static async Task<HttpResponseMessage> PostTo(HttpClient visitor, string page, string address, params (string Name, string Value)[] fields)
    {
        var form = await visitor.GetStringAsync(new Uri(page, UriKind.Relative), Cancel);
        List<KeyValuePair<string, string>> sent = [new("__RequestVerificationToken", TokenIn(form))];
        if (Seen().Match(form) is { Success: true } seen && !fields.Any(field => field.Name == "seen"))
            sent.Add(new("seen", seen.Groups["seen"].Value));
        sent.AddRange(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await visitor.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(sent), Cancel);
    }

    public static string TokenIn(string page) => Token().Match(page).Groups["token"].Value;

    public static async Task<string> Text(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync(Cancel);

    public async Task<T> Db<T>(Func<GongkaiDb, Task<T>> work)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<GongkaiDb>());
    }

    public Task<OfficerId> OfficerOf(string login) => Db(db => db.Accounts.Where(account => account.Login == login).Select(account => account.Officer).SingleAsync(Cancel));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>[0-9]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Seen();
}
