using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Shell;

/// <summary>显示方式: theme, accessible mode, size of letters and aids of one visitor, kept in plain cookies so that they work without scripts.</summary>
public sealed record Display(string Theme, string Mode)
{
    private const string ThemeCookie = "gongkai-theme";
    private const string ModeCookie = "gongkai-mode";
    private const string SizeCookie = "gongkai-size";
    private const string AidsCookie = "gongkai-aids";
    private static readonly string[] s_themes = ["auto", "light", "dark", "contrast"];
    private static readonly string[] s_modes = ["standard", "accessible"];
    private static readonly string[] s_aids = ["pointer", "line"];

    /// <summary>字号, per cent; the first is what nobody chose.</summary>
    public static IReadOnlyList<string> Sizes { get; } = ["100", "125", "150", "200"];

    public string Size { get; init; } = Sizes[0];

    /// <summary>辅助: big pointer, reading line; words with a space between.</summary>
    public string Aids { get; init; } = "";

    public bool IsAccessible => Mode == "accessible";

    /// <summary>Of whoever has chosen nothing, which is nearly everybody.</summary>
    public static Display Plain { get; } = new(s_themes[0], s_modes[0]);

    /// <summary>All of it in one word, by which pages drawn for one visitor can be shown to the next.</summary>
    public string Key => $"{Theme}/{Mode}/{Size}/{Aids}";

    public bool Has(string aid) => Aids.Split(' ').Contains(aid);

    public static Display Of(HttpRequest request)
    {
        if (request.Headers.Cookie.Count == 0)
            return Plain;
        var cookies = request.Cookies;
        return new(OneOf(s_themes, cookies[ThemeCookie]), OneOf(s_modes, cookies[ModeCookie])) { Size = OneOf(Sizes, cookies[SizeCookie]), Aids = Known(cookies[AidsCookie]?.Split(' ', '+')) };
    }

    internal static async Task<IResult> Choose(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        // Scripts read and write the same cookies, so they are not HttpOnly; they say nothing about anybody.
        var cookie = new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, Secure = http.Request.IsHttps };
        http.Response.Cookies.Append(ThemeCookie, OneOf(s_themes, form["theme"]), cookie);
        http.Response.Cookies.Append(ModeCookie, OneOf(s_modes, form["mode"]), cookie);
        // The office's form asks for neither.
        if (form.ContainsKey("size"))
        {
            http.Response.Cookies.Append(SizeCookie, OneOf(Sizes, form["size"]), cookie);
            http.Response.Cookies.Append(AidsCookie, Known(form["aids"]), cookie);
        }

        return Results.LocalRedirect(IsLocal(form["return"]) ? form["return"].ToString() : "/");
    }

    private static string OneOf(IReadOnlyList<string> allowed, string? value) => allowed.Contains(value) ? value! : allowed[0];

    private static string Known(IEnumerable<string?>? aids) => string.Join(' ', s_aids.Where(aid => aids?.Contains(aid) == true));

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl);
}

/// <summary>The address that stores the choice.</summary>
public static class DisplayEndpoint
{
    public static void MapDisplay(this IEndpointRouteBuilder app) =>
        app.MapPost("/display", (Delegate)Display.Choose).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(4096));
}
