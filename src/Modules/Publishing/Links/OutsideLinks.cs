using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Gongkai.Publishing;

/// <summary>外站链接: asks other sites whether an address answers, without reading what it says; an answer is good for a day.</summary>
public sealed class OutsideLinks : IDisposable
{
    private const int MostRemembered = 20_000;
    private const int AtOnce = 6;
    private const int Redirections = 5;

    private static readonly TimeSpan s_good = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, LinkAnswer Answer)> _known = new(StringComparer.Ordinal);
    private readonly CheckOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public OutsideLinks(IOptions<CheckOptions> options, TimeProvider clock)
    {
        (_options, _clock) = (options.Value, clock);
        _http = new HttpClient(GuardedConnections.Handler(_options.AllowPrivate, Redirections, () => new InsideNetworkException())) { Timeout = TimeSpan.FromSeconds(_options.LinkSeconds) };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Gongkai", "1"));
    }

    /// <summary>Whether other sites are asked at all.</summary>
    public bool AreTried => _options.OutsideLinks;

    /// <summary>What each address answers; those that took too long are not among them.</summary>
    public async Task<IReadOnlyDictionary<string, LinkAnswer>> Ask(IReadOnlyCollection<Uri> addresses, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var found = new ConcurrentDictionary<string, LinkAnswer>(StringComparer.Ordinal);
        List<Uri> open = [];
        foreach (var address in addresses.DistinctBy(KeyOf, StringComparer.Ordinal))
        {
            if (_known.TryGetValue(KeyOf(address), out var known) && now - known.At < s_good)
                found[KeyOf(address)] = known.Answer;
            else
                open.Add(address);
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(TimeSpan.FromSeconds(_options.TextSeconds));
        try
        {
            await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = time.Token }, async (address, stop) =>
            {
                var answer = await Ask(address, stop);
                Remember(KeyOf(address), answer, now);
                found[KeyOf(address)] = answer;
            });
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The time of this text is over; what is known is known.
        }

        return found;
    }

    /// <summary>Two links that differ only in the place on the page ask for the same page.</summary>
    internal static string KeyOf(Uri address) => address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    public void Dispose() => _http.Dispose();

    private void Remember(string key, LinkAnswer answer, DateTimeOffset at)
    {
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[key] = (at, answer);
    }

    private async Task<LinkAnswer> Ask(Uri address, CancellationToken cancel)
    {
        try
        {
            var status = await Status(HttpMethod.Head, address, cancel);

            // Many a site knows no HEAD, or answers it otherwise than a reader's browser.
            if (status is >= HttpStatusCode.BadRequest)
                status = await Status(HttpMethod.Get, address, cancel);
            return status switch
            {
                // It is there; it only does not talk to programs.
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests => new LinkAnswer(true, ""),
                < HttpStatusCode.BadRequest => new LinkAnswer(true, ""),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => new LinkAnswer(false, "对方网站没有这一页"),
                _ => new LinkAnswer(false, $"对方网站答复 {(int)status}"),
            };
        }
        catch (HttpRequestException failed)
        {
            return new LinkAnswer(false, failed.GetBaseException() is InsideNetworkException ? "地址属于内部网络，公众打不开" : "连接不上，或者证书没有通过验证");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new LinkAnswer(false, $"{_options.LinkSeconds}秒内没有答复");
        }
    }

    private async Task<HttpStatusCode> Status(HttpMethod method, Uri address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, address);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return answer.StatusCode;
    }

    private sealed class InsideNetworkException : Exception;
}

/// <summary>What an address answered.</summary>
public sealed record LinkAnswer(bool IsThere, string Why);
