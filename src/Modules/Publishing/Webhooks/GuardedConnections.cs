using System.Net;
using System.Net.Sockets;

namespace Gongkai.Publishing;

/// <summary>
/// 受管的外出连接: whatever address people typed, this server knocks at no door that only it can reach. The address is judged when the connection is made, on the
/// very address connected to, that of a redirection too; proxies are not used.
/// </summary>
internal static class GuardedConnections
{
    public static SocketsHttpHandler Handler(bool allowPrivate, int redirections, Func<Exception> refused) => new()
    {
        AllowAutoRedirect = redirections > 0,
        MaxAutomaticRedirections = Math.Max(redirections, 1),
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancel) => Connect(context.DnsEndPoint, allowPrivate, refused, cancel),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool allowPrivate, Func<Exception> refused, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, cancel);
        var open = allowPrivate ? found : Array.FindAll(found, PublicAddresses.IsPublic);
        if (open.Length == 0)
            throw refused();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
