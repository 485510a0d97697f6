using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Bench.Measuring;

/// <summary>A server in a process of its own, ended when disposed.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;
    private bool _isEnded;

    private Server(Process process, HttpClient client) => (_process, _client) = (process, client);

    /// <summary>Until it first answered.</summary>
    public TimeSpan Started { get; private init; }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double Mebibytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    public static Server Start(string program, string folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        var port = Random.Shared.Next(20_000, 50_000);
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = false };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (true)
        {
            try
            {
                using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, "/healthz"));
                if (answer.IsSuccessStatusCode)
                    return new Server(process, client) { Started = watch.Elapsed };
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(3))
            {
                Thread.Sleep(20);
            }
        }
    }

    public void Get(string path)
    {
        using var answer = _client.Send(new HttpRequestMessage(HttpMethod.Get, path));
        answer.EnsureSuccessStatusCode();
        using var content = answer.Content.ReadAsStream();
        content.CopyTo(Stream.Null);
    }

    public T Get<T>(string path) => _client.GetFromJsonAsync<T>(path).GetAwaiter().GetResult()!;

    public byte[] Bytes(string path) => _client.GetByteArrayAsync(path).GetAwaiter().GetResult();

    /// <summary>What a phone loads for a page: it, its style sheets and its scripts, compressed.</summary>
    public long Weight(string page)
    {
        var text = Encoding.UTF8.GetString(Bytes(page));
        var parts = Regex.Matches(text, "(?:href|src)=\"(?<path>/(?:css|js)/[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["path"].Value).Prepend(page).Distinct();
        long sum = 0;
        foreach (var part in parts)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, part);
            asked.Headers.Add("Accept-Encoding", "br");
            using var answer = _client.Send(asked);
            using var content = answer.Content.ReadAsStream();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            sum += bytes.Length;
        }

        return sum;
    }

    public void Dispose()
    {
        if (_isEnded)
            return;
        _isEnded = true;
        _client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
