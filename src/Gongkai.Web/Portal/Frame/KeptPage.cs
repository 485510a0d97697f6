using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Portal.Frame;

/// <summary>一张网页, as it was sent, with a tag by which a browser that has it already is spared the bytes.</summary>
internal sealed class KeptPage
{
    private const int TagBytes = 12;
    private const int BytesBeside = 1024;
    private static readonly FrozenSet<string> s_ofThisAnswer = FrozenSet.ToFrozenSet([HeaderNames.Date, HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.Connection, HeaderNames.ETag], StringComparer.OrdinalIgnoreCase);

    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly byte[] _body;
    private readonly string _tag;

    private KeptPage(KeyValuePair<string, StringValues>[] headers, byte[] body, string tag) => (_headers, _body, _tag) = (headers, body, tag);

    /// <summary>In memory, roughly.</summary>
    public int Size => _body.Length + BytesBeside;

    /// <summary>Takes what is to be sent and begins to send it: only then are all headers written.</summary>
    public static async Task<KeptPage> Of(HttpResponse response, byte[] body, CancellationToken cancel)
    {
        var tag = $"\"{Convert.ToBase64String(SHA256.HashData(body).AsSpan(0, TagBytes))}\"";
        if (!response.HasStarted)
        {
            response.Headers.ETag = tag;
            response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Cookie);
            response.ContentLength = body.Length;
            await response.StartAsync(cancel);
        }

        var headers = response.Headers.Where(header => !s_ofThisAnswer.Contains(header.Key));
        return new KeptPage([.. headers], body, tag);
    }

    public Task Send(HttpContext http)
    {
        var response = http.Response;
        response.Headers.ETag = _tag;
        foreach (var (name, value) in _headers)
            response.Headers[name] = value;
        if (Has(http.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentLength = _body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(_body, http.RequestAborted).AsTask();
    }

    /// <summary>Whether the visitor says that he has it.</summary>
    private bool Has(HttpRequest request)
    {
        var known = request.Headers.IfNoneMatch;
        return known.Count > 0 && EntityTagHeaderValue.TryParseList(known, out var tags) && tags.Any(tag => tag.Tag == _tag || tag.Tag == EntityTagHeaderValue.Any.Tag);
    }
}
