using System.Globalization;
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
    /// <summary>The policy's name.</summary>
    public const string Pages = "portal";

    private static readonly string[] s_encodings = ["br", "gzip"];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        var vary = context.CacheVaryByRules;
        vary.QueryKeys = "*";
        vary.VaryByValues["record"] = (await stamp.Now(cancellation)).ToString(CultureInfo.InvariantCulture);
        // What is in force depends on the day.
        vary.VaryByValues["day"] = clock.Today().DayNumber.ToString(CultureInfo.InvariantCulture);
        vary.VaryByValues["display"] = Display.Of(request).Key;
        vary.VaryByValues["encoding"] = Encoding(request);
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

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return s_encodings.FirstOrDefault(one => accepted.Contains(one, StringComparison.OrdinalIgnoreCase)) ?? "";
    }
}
