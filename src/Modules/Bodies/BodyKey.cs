using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Gongkai.Bodies;

/// <summary>网址名: a body's part of its addresses; small Latin letters, digits and hyphens, and none of the words other addresses begin with.</summary>
public static partial class BodyKey
{
    /// <summary>First segments of all other routes, those to come included; a test compares it with the routes of the site.</summary>
    public static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
    [
        "accessibility", "account", "admin", "alerts", "api", "apply", "assets", "bodies", "check", "css", "data", "display", "documents", "error", "favicon", "feed", "feedback", "fonts", "healthz", "images", "img", "js",
        "kiosk", "ledger", "lib", "office", "openapi", "reports", "request", "requests", "robots", "search", "sign-in", "sign-out", "site-map", "sitemap", "static", "topics", "well-known",
    ]);

    /// <exception cref="RefusedException">It cannot be a body's key.</exception>
    public static void Demand(string key)
    {
        if (!Shape().IsMatch(key))
            throw new RefusedException("网址名应当是2到32个小写字母、数字或连字符，以字母开头，如 kjj 或 yunxi-swj。", "key");
        if (Reserved.Contains(key))
            throw new RefusedException($"“{key}”是系统网址的保留字，请换一个网址名。", "key");
    }

    /// <summary>Whether a body may have it; what is not is no address of a body.</summary>
    public static bool IsPossible(string key) => Shape().IsMatch(key) && !Reserved.Contains(key);

    /// <summary>Small Latin letters, digits and hyphens; reserved words included.</summary>
    public static bool HasShape(string key) => Shape().IsMatch(key);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,31}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
