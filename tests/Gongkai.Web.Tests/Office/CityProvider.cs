using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Tests.Office;

/// <summary>统一身份认证平台 of a city, on this machine: authorization code with PKCE, then userinfo. It trusts nobody: every parameter is checked.</summary>
internal sealed class CityProvider : IAsyncDisposable
{
    public const string Client = "gongkai";
    public const string ClientSecret = "city-secret";

    private readonly ConcurrentDictionary<string, (string Challenge, string Redirect)> _codes = new();
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private readonly WebApplication _app;

    private CityProvider(WebApplication app) => _app = app;

    /// <summary>Who has signed in over there; null where he says no.</summary>
    public (string? Subject, string Login)? Person { get; set; }

    /// <summary>Forgets the challenge, so that no verifier fits.</summary>
    public bool LosesChallenge { get; set; }

    public string Address => _app.Urls.First();

    public static async Task<CityProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new CityProvider(builder.Build());
        provider._app.MapGet("/authorize", (Delegate)provider.Authorize);
        provider._app.MapPost("/token", (Delegate)provider.Token);
        provider._app.MapGet("/userinfo", (Delegate)provider.UserInfo);
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["response_type"] != "code" || asked["client_id"] != Client || asked["code_challenge_method"] != "S256" || asked["code_challenge"].ToString() is not { Length: 43 } challenge)
            return Results.BadRequest("not a request for a code with PKCE");
        var back = $"{asked["redirect_uri"]}?state={Uri.EscapeDataString(asked["state"].ToString())}";
        if (Person is null)
            return Results.Redirect($"{back}&error=access_denied");
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (LosesChallenge ? "lost" : challenge, asked["redirect_uri"].ToString());
        return Results.Redirect($"{back}&code={code}");
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var fits = form["grant_type"] == "authorization_code" && form["client_id"] == Client && form["client_secret"] == ClientSecret
            && _codes.TryRemove(form["code"].ToString(), out var known) && known.Redirect == form["redirect_uri"]
            && known.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!fits)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _tokens[token] = true;
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 60 });
    }

    private IResult UserInfo(HttpRequest request) =>
        Person is { } person && _tokens.TryRemove(request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), out _)
            ? Results.Json(new { sub = person.Subject, preferred_username = person.Login })
            : Results.Unauthorized();
}
