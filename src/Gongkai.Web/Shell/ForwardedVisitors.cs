using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Shell;

/// <summary>反向代理: whose word is taken for where a visitor comes from and whether he came by https; without `Gongkai:Site:Proxies` nobody's.</summary>
public static class ForwardedVisitors
{
    public static void UseForwardedVisitors(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Proxies;
        if (proxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // As far back as those we trust say; the first that is none of them is the visitor.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(NetworkOf(proxy) ?? throw new InvalidOperationException($"Gongkai:Site:Proxies 中的“{proxy}”不是IP地址或者网段。"));
        app.UseForwardedHeaders(options);
    }

    /// <summary>10.0.0.0/8, or one address; null for all else.</summary>
    public static System.Net.IPNetwork? NetworkOf(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
