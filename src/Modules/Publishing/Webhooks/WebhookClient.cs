using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Gongkai.Publishing;

/// <summary>
/// 推送的出口: sends one signed message. The address is judged when the connection is made, on the very address connected to, so that a name
/// that resolves to something else a moment later leads nowhere; redirects and proxies are not followed.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    public const string SignatureHeader = "Gongkai-Signature";
    public const string EventHeader = "Gongkai-Event";

    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public WebhookClient(IOptions<WebhookOptions> options, TimeProvider clock)
    {
        _clock = clock;
        var handler = GuardedConnections.Handler(options.Value.AllowPrivate, redirections: 0, () => new WebhookFailedException("地址属于内部网络，不予推送"));
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds) };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Gongkai", "1"));
    }

    /// <exception cref="WebhookFailedException">The receiver did not answer with success.</exception>
    public async Task Send(Uri url, string happened, byte[] body, string secret, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(EventHeader, happened);
        request.Headers.Add(SignatureHeader, Signature(body, secret, _clock.GetUtcNow()));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!answer.IsSuccessStatusCode)
                throw new WebhookFailedException($"对方答复 {(int)answer.StatusCode}");
        }
        catch (HttpRequestException failed)
        {
            throw new WebhookFailedException(failed.GetBaseException() is WebhookFailedException refused ? refused.Message : "连接不上，或者证书没有通过验证", failed);
        }
        catch (TaskCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new WebhookFailedException("对方没有按时答复", late);
        }
    }

    /// <summary>`t=时间,v1=HMAC-SHA256(密钥, 时间.正文)`: the time is signed with the body, so that an old message cannot be sent again as new.</summary>
    internal static string Signature(byte[] body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] text = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text);
        return $"t={time},v1={Convert.ToHexStringLower(signed)}";
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>推送失败: stays with the message; it is tried again.</summary>
public sealed class WebhookFailedException(string message, Exception? inner = null) : Exception(message, inner);
