using System.Buffers.Text;
using System.Text;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Html;

/// <summary>单个文件网页 (MHTML): what Word and browsers save as "one file"; its first page of HTML is the document.</summary>
internal static class WebArchiveReader
{
    public static string? Read(ReadOnlySpan<byte> content, BlockBuilder blocks)
    {
        var text = Encoding.Latin1.GetString(content);
        var at = text.IndexOf("text/html", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            throw new UnreadableFileException("网页存档中没有网页；请在浏览器中打开后另存为 HTML 再读取");
        var start = HeaderStart(text, at);
        var end = HeaderEnd(text, at);
        var headers = text[start..end];
        var body = text[end..PartEnd(text, end)];
        return HtmlReader.Read(Decode(body, headers), blocks);
    }

    private static int HeaderStart(string text, int at)
    {
        var unix = text.LastIndexOf("\n\n", at, StringComparison.Ordinal);
        var windows = text.LastIndexOf("\r\n\r\n", at, StringComparison.Ordinal);
        return Math.Max(0, Math.Max(unix, windows));
    }

    private static int HeaderEnd(string text, int at)
    {
        var unix = text.IndexOf("\n\n", at, StringComparison.Ordinal);
        var windows = text.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
        return (unix, windows) switch
        {
            ( < 0, < 0) => text.Length,
            ( < 0, _) => windows,
            (_, < 0) => unix,
            _ => Math.Min(unix, windows),
        };
    }

    // A line that begins with two dashes parts the documents; HTML has none but in comments, which begin with '<'.
    private static int PartEnd(string text, int from) => text.IndexOf("\n--", from, StringComparison.Ordinal) is var end and >= 0 ? end : text.Length;

    private static ReadOnlySpan<byte> Decode(string body, string headers)
    {
        if (headers.Contains("base64", StringComparison.OrdinalIgnoreCase))
        {
            var packed = Encoding.Latin1.GetBytes(string.Concat(body.Where(character => !char.IsWhiteSpace(character))));
            var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(packed.Length)];
            _ = Base64.DecodeFromUtf8(packed, bytes, out _, out var written);
            return bytes.AsSpan(0, written);
        }
        return headers.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? QuotedPrintable(body) : Encoding.Latin1.GetBytes(body);
    }

    private static byte[] QuotedPrintable(string body)
    {
        var bytes = new byte[body.Length];
        var length = 0;
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] != '=')
                bytes[length++] = (byte)body[at];
            else if (at + 2 < body.Length && char.IsAsciiHexDigit(body[at + 1]) && char.IsAsciiHexDigit(body[at + 2]))
            {
                bytes[length++] = System.Convert.FromHexString(body.AsSpan(at + 1, 2))[0];
                at += 2;
            }
            else
            {
                // A soft line end.
                while (at + 1 < body.Length && body[at + 1] is '\r' or '\n' or ' ')
                {
                    at++;
                    if (body[at] == '\n')
                        break;
                }
            }
        }
        return bytes[..length];
    }
}
