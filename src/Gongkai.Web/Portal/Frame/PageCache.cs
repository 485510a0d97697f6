using System.Collections.Concurrent;
using System.Collections.Frozen;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Shell;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Web.Portal.Frame;

/// <summary>
/// 网页缓存: public pages as they were drawn, for as long as nothing public changes. The stamp of the record is part of the name under which a page is kept,
/// so nothing has to be thrown away in time: a page from before a withdrawal is never asked for again. It stands before everything else, because a page that
/// is kept needs no more than its address (docs/adr, 22: why not the framework's output cache).
/// </summary>
internal sealed class PageCache(RequestDelegate next, PublicStamp stamp, TimeProvider clock) : IDisposable
{
    private const int MostBytes = 64 << 20;
    private const int MostBytesOfPage = 2 << 20;
    private static readonly TimeSpan s_atMost = TimeSpan.FromHours(1);

    /// <summary>Pages of the platform that are the same for everybody; those of bodies begin with the body's key.</summary>
    private static readonly FrozenSet<string> s_pages = FrozenSet.ToFrozenSet(["", "apply", "reports", "data", "site-map", "ledger", "accessibility", "feed.atom", "sitemap.xml", "sitemap", "robots.txt", "topics"], StringComparer.Ordinal);

    private static readonly int s_document = "/documents/".Length + Guid.Empty.ToString().Length;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<PageName, TaskCompletionSource<KeptPage?>> _drawing = new();
    private Edition _edition = new(-1, 0);

    public Task Invoke(HttpContext http)
    {
        var request = http.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && IsKept(request.Path.Value ?? "") ? Serve(http) : next(http);
    }

    public void Dispose() => _kept.Dispose();

    private async Task Serve(HttpContext http)
    {
        var request = http.Request;
        var edition = Of(await stamp.Now(http.RequestAborted), clock.Today().DayNumber);
        var name = new PageName(request.Scheme, request.Host.Value, request.Path.Value, request.QueryString.Value, edition.For(request));
        if (_kept.TryGetValue(name, out KeptPage? page))
            await page!.Send(http);
        else if (HttpMethods.IsHead(request.Method))
            await next(http);
        else
            await DrawOnce(http, name);
    }

    /// <summary>Many who ask for one page at a time wait for the first.</summary>
    private async Task DrawOnce(HttpContext http, PageName name)
    {
        var mine = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _drawing.GetOrAdd(name, mine);
        if (first != mine)
        {
            await (await first.Task.WaitAsync(http.RequestAborted) is { } drawn ? drawn.Send(http) : next(http));
            return;
        }

        KeptPage? page = null;
        try
        {
            if ((page = await Draw(http)) is not null)
                _kept.Set(name, page, new MemoryCacheEntryOptions { Size = page.Size, AbsoluteExpirationRelativeToNow = s_atMost });
        }
        finally
        {
            _drawing.TryRemove(name, out _);
            mine.SetResult(page);
        }
    }

    /// <summary>Lets the site draw the page and sends it; what is not there, is gone, or is somebody's own is not kept.</summary>
    private async Task<KeptPage?> Draw(HttpContext http)
    {
        var response = http.Response;
        var open = response.Body;
        await using var sheet = new PageSheet(open, MostBytesOfPage);
        response.Body = sheet;
        try
        {
            response.Headers.CacheControl = "no-cache";
            await next(http);
        }
        finally
        {
            response.Body = open;
        }

        if (sheet.IsPassedOn)
            return null;
        var body = sheet.ToArray();
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            await open.WriteAsync(body, http.RequestAborted);
            return null;
        }

        var page = await KeptPage.Of(response, body, http.RequestAborted);
        await open.WriteAsync(body, http.RequestAborted);
        return page;
    }

    private static bool IsKept(string path)
    {
        if (path.StartsWith("/documents/", StringComparison.Ordinal))
            return path.Length == s_document || IsBookPage(path);
        if (path.Length == 0)
            return false;
        var end = path.IndexOf('/', 1);
        var first = end < 0 ? path[1..] : path[1..end];
        return s_pages.Contains(first) || (first != "documents" && BodyKey.IsPossible(first));
    }

    /// <summary>在线阅读, the contents of an e-book and its chapters; its pictures and the file itself are not held in memory.</summary>
    private static bool IsBookPage(string path) =>
        path.Length > s_document && path.AsSpan(s_document).StartsWith("/attachments/", StringComparison.Ordinal) && (path.EndsWith("/read", StringComparison.Ordinal) || path.Contains("/read/", StringComparison.Ordinal));

    private Edition Of(long now, int day)
    {
        var edition = Volatile.Read(ref _edition);
        if (edition.Stamp != now || edition.Day != day)
            Volatile.Write(ref _edition, edition = new Edition(now, day));
        return edition;
    }

    /// <summary>Everything on which it depends what is sent.</summary>
    private sealed record PageName(string Scheme, string? Host, string? Path, string? Query, string Edition);
}

/// <summary>In front of the site.</summary>
public static class PageCacheExtensions
{
    public static void UsePageCache(this WebApplication app) => app.UseMiddleware<PageCache>();
}
