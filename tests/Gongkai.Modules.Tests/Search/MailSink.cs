using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Modules.Tests.Search;

/// <summary>收信的小服务器: takes letters by SMTP and keeps them; refuses as many first as it is told.</summary>
internal sealed partial class MailSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _letters = [];
    private int _refusals;

    public MailSink(int refusals = 0)
    {
        _refusals = refusals;
        _listener.Start();
        _ = Take();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>As they came, header and body.</summary>
    public IReadOnlyList<string> Letters
    {
        get
        {
            lock (_letters)
                return [.. _letters];
        }
    }

    public (string, string)[] Settings =>
    [
        ("Gongkai:Mail:Host", "127.0.0.1"), ("Gongkai:Mail:Port", $"{Port}"), ("Gongkai:Mail:Encrypted", "false"), ("Gongkai:Mail:From", "tongzhi@yunze.example"),
        ("Gongkai:Mail:FromName", "云泽市政府信息公开平台"), ("Gongkai:Mail:SiteAddress", "https://www.yunze.example/"), ("Gongkai:Outbox:FirstRetry", "00:00:00"),
    ];

    /// <summary>A field of the header, its lines put together.</summary>
    public static string Header(string letter, string name) =>
        Folds().Replace(letter, " ").Split("\r\n").First(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    public static string Text(string letter) => Encoding.UTF8.GetString(Convert.FromBase64String(letter[(letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].ReplaceLineEndings("")));

    public static string Code(string letter) => CodeOf().Match(Text(letter)).Groups["code"].Value;

    public void Dispose() => _listener.Dispose();

    private async Task Take()
    {
        try
        {
            while (true)
                await Talk(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient caller)
    {
        using (caller)
        {
            using var reader = new StreamReader(caller.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(caller.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line)
            {
                var word = line.Split(' ', ':')[0].ToUpperInvariant();
                if (word == "QUIT")
                {
                    await writer.WriteLineAsync("221 bye");
                    return;
                }

                if (word == "MAIL" && Interlocked.Decrement(ref _refusals) >= 0)
                    await writer.WriteLineAsync("451 later");
                else if (word == "DATA")
                    await Letter(reader, writer);
                else
                    await writer.WriteLineAsync("250 ok");
            }
        }
    }

    private async Task Letter(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            letter.Append(line).Append("\r\n");
        lock (_letters)
            _letters.Add(letter.ToString());
        await writer.WriteLineAsync("250 taken");
    }

    [GeneratedRegex("\\r\\n[ \\t]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Folds();

    [GeneratedRegex("code=(?<code>[A-Za-z0-9_-]{20,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeOf();
}
