using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Shell;

/// <summary>显示方式: theme and accessible mode of one visitor, kept in two plain cookies so that they work without scripts.</summary>
public sealed record Display(string Theme, string Mode)
{
    private const string ThemeCookie = "gongkai-theme";
    private const string ModeCookie = "gongkai-mode";
    private static readonly string[] s_themes = ["auto", "light", "dark"];
    private static readonly string[] s_modes = ["standard", "accessible"];

    public bool IsAccessible => Mode == "accessible";

    public static Display Of(HttpRequest request) => new(OneOf(s_themes, request.Cookies[ThemeCookie]), OneOf(s_modes, request.Cookies[ModeCookie]));

    internal static async Task<IResult> Choose(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        // Scripts read and write the same cookies, so they are not HttpOnly; they say nothing about anybody.
        var cookie = new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, Secure = http.Request.IsHttps };
        http.Response.Cookies.Append(ThemeCookie, OneOf(s_themes, form["theme"]), cookie);
        http.Response.Cookies.Append(ModeCookie, OneOf(s_modes, form["mode"]), cookie);
        return Results.LocalRedirect(IsLocal(form["return"]) ? form["return"].ToString() : "/");
    }

    private static string OneOf(string[] allowed, string? value) => allowed.Contains(value) ? value! : allowed[0];

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl);
}

/// <summary>The address that stores the choice.</summary>
public static class DisplayEndpoint
{
    public static void MapDisplay(this IEndpointRouteBuilder app) =>
        app.MapPost("/display", (Delegate)Display.Choose).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(4096));
}
