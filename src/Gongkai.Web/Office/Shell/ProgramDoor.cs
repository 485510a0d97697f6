using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Office.Shell;

/// <summary>程序的门: a token opens the interface and nothing else; a browser's cookie opens it only to pages of this site.</summary>
internal static class ProgramDoor
{
    private const string Scheme = "Bearer";

    /// <summary>The secret of a token sent to the interface; null where there is none, and on every page.</summary>
    public static string? SecretIn(HttpContext http) =>
        Problems.IsForProgram(http) && http.Request.Headers.Authorization.ToString() is var sent && (sent + " ").StartsWith($"{Scheme} ", StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..].Trim() : null;

    /// <exception cref="BadTokenException">It opens nothing.</exception>
    public static async Task<OfficeVisit> Open(HttpContext http, string secret, Authority authority, TimeProvider clock)
    {
        var officer = await http.RequestServices.GetRequiredService<TokenDoor>().Open(secret, http.RequestAborted) ?? throw new BadTokenException();
        return new OfficeVisit(officer, Account: default, Session: default, await authority.Now(http.RequestAborted), clock.Today());
    }

    /// <exception cref="NotAllowedException">A session may not do this through the interface.</exception>
    public static void Demand(HttpContext http, OfficeVisit visit)
    {
        if (visit.Officer.Through is not null)
            return;
        if (visit.LacksSecondFactor)
            throw new NotAllowedException("您的角色应当启用第二因素，请先在办公平台的“我的账号”里启用。");
        if (!IsSafe(http.Request.Method) && !IsFromThisSite(http.Request))
            throw new NotAllowedException("这个请求带着登录会话，却不是从本站页面发出的，没有办理。程序请使用接口令牌。");
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>
    /// What a browser says of where a request comes from, which no page can forge. The host alone is compared: in front of us a proxy may end TLS.
    /// </summary>
    private static bool IsFromThisSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>令牌无效.</summary>
internal sealed class BadTokenException() : Exception("接口令牌不正确、已过期或者已撤销，请核对，或者请本人在办公平台重新签发。");
