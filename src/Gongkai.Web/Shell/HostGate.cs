using System.Net;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Shell;

/// <summary>
/// 主机名检查: answers only to its own name, because permanent addresses, feeds and letters begin with it. Its own are that of `Gongkai:Site:PublicAddress`, those of
/// `Gongkai:Site:Hosts`, and what somebody at the machine or in its network types: localhost, the machine's name, the address the connection came in at.
/// </summary>
internal sealed class HostGate(RequestDelegate next, IOptions<SiteOptions> options)
{
    private readonly HashSet<string> _own = new([.. OwnOf(options.Value)], StringComparer.OrdinalIgnoreCase);
    private string? _last;

    public Task Invoke(HttpContext http)
    {
        var typed = http.Request.Host.Value;
        if (typed is not null && typed == _last)
            return next(http);
        var host = http.Request.Host.Host;
        if (_own.Contains(host))
        {
            _last = typed;
            return next(http);
        }

        return IPAddress.TryParse(host, out var address) && (IPAddress.IsLoopback(address) || address.Equals(Unmapped(http.Connection.LocalIpAddress))) ? next(http) : Refuse(http);
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync("这不是本站的网址，请核对地址。管理员：把本站的网址写在 Gongkai:Site:PublicAddress，另有的域名写在 Gongkai:Site:Hosts。", http.RequestAborted);
    }

    private static IPAddress? Unmapped(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    private static IEnumerable<string> OwnOf(SiteOptions site) =>
        [.. site.Hosts, "localhost", Environment.MachineName, .. Uri.TryCreate(site.PublicAddress, UriKind.Absolute, out var address) ? [address.Host] : Array.Empty<string>()];
}
