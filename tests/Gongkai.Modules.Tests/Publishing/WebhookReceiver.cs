using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>接收方: a receiver of webhooks on this machine, which answers as it is told and keeps what it got.</summary>
internal sealed class WebhookReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<(string Event, string Signature, string Body)> _got = [];
    private readonly Queue<int> _answers;

    public WebhookReceiver(params int[] answers)
    {
        _answers = new(answers);
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = Listen();
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}/hook";

    public IReadOnlyList<(string Event, string Signature, string Body)> Got
    {
        get
        {
            lock (_got)
                return [.. _got];
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var asked = await _listener.GetContextAsync();
                using var body = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
                var text = await body.ReadToEndAsync();
                lock (_got)
                    _got.Add((asked.Request.Headers["Gongkai-Event"] ?? asked.Request.HttpMethod, asked.Request.Headers["Gongkai-Signature"] ?? "", text));
                asked.Response.StatusCode = _answers.TryDequeue(out var status) ? status : 204;
                if (asked.Response.StatusCode == 302)
                    asked.Response.RedirectLocation = $"http://127.0.0.1:{Port}/elsewhere";
                asked.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
