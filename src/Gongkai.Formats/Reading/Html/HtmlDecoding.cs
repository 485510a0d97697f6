using System.Text;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Html;

/// <summary>网页编码: what the bytes are comes before what the page says they are; pages often say it wrongly.</summary>
internal static class HtmlDecoding
{
    public static string Decode(ReadOnlySpan<byte> content, ReadingLimits limits)
    {
        if (TextDecoding.EncodingOf(content).Encoding.Equals(TextDecoding.Gb18030) && Declared(content) is { } declared)
        {
            if (content.Length > limits.Characters * 2L)
                throw new UnreadableFileException($"网页超过 {limits.Characters} 字，不像一份年度报告；请确认文件");
            return TextDecoding.WithoutInvisible(declared.GetString(content));
        }
        return TextDecoding.Decode(content, limits);
    }

    // Only what trial cannot tell from GB18030: traditional characters in Big5.
    private static Encoding? Declared(ReadOnlySpan<byte> content)
    {
        var start = Encoding.ASCII.GetString(content[..Math.Min(content.Length, 4096)]);
        return start.Contains("charset=big5", StringComparison.OrdinalIgnoreCase) || start.Contains("charset=\"big5", StringComparison.OrdinalIgnoreCase)
            ? CodePagesEncodingProvider.Instance.GetEncoding("big5")
            : null;
    }
}
