using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Office.SignIn;

/// <summary>登录入口: how often one address may try, and the city's single sign-on.</summary>
public static class SignInDoor
{
    /// <summary>Rate of attempts.</summary>
    public const string Attempts = "sign-in";

    internal static void AddSignInDoor(this IServiceCollection services) => services.AddOptions<RateLimiterOptions>().Configure(limiter => limiter.AddPolicy(Attempts, http =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "local", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = http.RequestServices.GetRequiredService<IOptions<SignInSettings>>().Value.AttemptsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("read")));

    /// <summary>统一身份认证, where it is set: authorization code with PKCE, then userinfo.</summary>
    internal static void AddCity(this AuthenticationBuilder signIn, IConfiguration configuration)
    {
        var city = configuration.GetSection(SignInSettings.Section).Get<SignInSettings>()?.City ?? new CitySignIn();
        if (!city.IsOn)
            return;
        signIn.AddOAuth(Schemes.City, city.Name, oauth =>
        {
            oauth.ClientId = city.ClientId!;
            oauth.ClientSecret = city.ClientSecret ?? "";
            oauth.AuthorizationEndpoint = city.AuthorizationEndpoint;
            oauth.TokenEndpoint = city.TokenEndpoint;
            oauth.UserInformationEndpoint = city.UserInformationEndpoint;
            oauth.CallbackPath = "/office/sign-in/city/return";
            oauth.SignInScheme = Schemes.CityReturn;
            oauth.UsePkce = true;
            oauth.SaveTokens = false;
            oauth.Scope.Clear();
            foreach (var scope in city.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                oauth.Scope.Add(scope);
            oauth.ClaimActions.MapJsonKey(Schemes.SubjectClaim, city.SubjectMember);
            oauth.ClaimActions.MapJsonKey(Schemes.LoginClaim, city.LoginMember);
            oauth.Events.OnCreatingTicket = ReadUser;
            oauth.Events.OnRemoteFailure = async failure =>
            {
                failure.HandleResponse();
                await failure.HttpContext.RequestServices.GetRequiredService<SignInFlow>().RecordFailure(failure.HttpContext, "city", failure.HttpContext.RequestAborted);
                failure.Response.Redirect("/office/sign-in?city=failed");
            };
        });
    }

    private static async Task ReadUser(OAuthCreatingTicketContext context)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        ask.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await context.Backchannel.SendAsync(ask, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(user.RootElement);
        if (context.Identity?.FindFirst(Schemes.SubjectClaim) is null)
            throw new AuthenticationFailureException("userinfo names nobody");
    }
}
