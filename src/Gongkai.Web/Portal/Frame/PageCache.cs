using System.Collections.Frozen;
using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Web.Portal.Frame;

/// <summary>
/// 网页缓存: public pages as they were drawn, for as long as nothing public changes. The stamp of the record is part of the name under which a page is kept,
/// so nothing has to be thrown away in time: a page from before a withdrawal is never asked for again.
/// </summary>
public sealed class PageCache(PublicStamp stamp, TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>Pages of the platform that are the same for everybody; those of bodies begin with the body's key.</summary>
    private static readonly FrozenSet<string> s_pages = FrozenSet.ToFrozenSet(["", "apply", "reports", "data", "site-map", "accessibility", "feed.atom", "sitemap.xml", "sitemap", "robots.txt", "topics"], StringComparer.Ordinal);

    private static readonly int s_document = "/documents/".Length + Guid.Empty.ToString().Length;

    private static readonly string[] s_encodings = ["br", "gzip"];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if ((!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) || !IsKept(request.Path.Value ?? ""))
            return;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        var vary = context.CacheVaryByRules;
        vary.QueryKeys = "*";
        var now = await stamp.Now(cancellation);
        // What is in force depends on the day.
        vary.VaryByValues["as"] = string.Create(CultureInfo.InvariantCulture, $"{now}/{clock.Today().DayNumber}/{Display.Of(request).Key}/{Encoding(request)}");
        context.HttpContext.Response.Headers.CacheControl = "no-cache";
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-cache";
        return ValueTask.CompletedTask;
    }

    /// <summary>What is not there, is gone, or is somebody's own is not kept.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static bool IsKept(string path)
    {
        if (path.Length == 0)
            return false;
        var end = path.IndexOf('/', 1);
        var first = end < 0 ? path[1..] : path[1..end];
        return s_pages.Contains(first) || (first == "documents" ? path.Length == s_document : BodyKey.IsPossible(first));
    }

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return s_encodings.FirstOrDefault(one => accepted.Contains(one, StringComparison.OrdinalIgnoreCase)) ?? "";
    }
}
