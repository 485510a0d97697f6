using System.Buffers;
using System.Text;

namespace Gongkai.Formats.Reading.PlainText;

/// <summary>文字编码: bytes into text by their mark or by trial: UTF-8, UTF-16 in both orders, GB18030.</summary>
internal static class TextDecoding
{
    private const int Sample = 1 << 18;
    private static readonly SearchValues<char> s_unwanted = SearchValues.Create(
        "\u200b\u200c\u200d\u2060\ufeff\u00ad\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\0");

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <exception cref="UnreadableFileException">The bytes are no text in any of these encodings, or too many.</exception>
    public static string Decode(ReadOnlySpan<byte> content, ReadingLimits limits)
    {
        var (encoding, mark) = EncodingOf(content);
        var body = content[mark..];
        var count = encoding.GetCharCount(body);
        if (count > limits.Characters)
            throw new UnreadableFileException($"文件的文字超过 {limits.Characters} 字，不像一份年度报告；请确认文件，必要时拆分后再读取");
        var text = encoding.GetString(body);
        return IsText(text) ? WithoutInvisible(text) : throw new UnreadableFileException("文件内容不是文字；请用 Word、PDF、网页、表格或纯文本格式重新导出后再读取");
    }

    /// <summary>The encoding and the length of its byte order mark.</summary>
    public static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            return (Encoding.UTF8, Encoding.UTF8.Preamble.Length);
        if (content.StartsWith(Encoding.Unicode.Preamble))
            return (Encoding.Unicode, 2);
        if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (Encoding.BigEndianUnicode, 2);
        return (Utf16WithoutMark(content) ?? (IsUtf8(content) ? Encoding.UTF8 : Gb18030), 0);
    }

    /// <summary>Drops characters nobody can see (zero-width, soft hyphen, control characters): they would part words that read as one.</summary>
    public static string WithoutInvisible(string text)
    {
        if (!text.AsSpan().ContainsAny(s_unwanted))
            return text;
        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(s_unwanted) is var at and >= 0)
        {
            kept.Append(rest[..at]);
            rest = rest[(at + 1)..];
        }
        return kept.Append(rest).ToString();
    }

    // Line ends, blanks and digits of UTF-16 text are a NUL beside a byte, nearly always on the same side (一 is 4E00).
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length & ~1, 1 << 16)];
        if (!sample.Contains((byte)0))
            return null;
        int even = 0, odd = 0;
        for (var at = 0; at < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }
        if (even + odd < 2 || (even + odd) * 500 < sample.Length)
            return null;
        return odd > even * 4 ? Encoding.Unicode : even > odd * 4 ? Encoding.BigEndianUnicode : null;
    }

    // A file cut off or with a stray byte is still UTF-8 when nearly all its Chinese characters are well formed; GB18030 text never looks so.
    private static bool IsUtf8(ReadOnlySpan<byte> content)
    {
        if (System.Text.Unicode.Utf8.IsValid(content))
            return true;
        int formed = 0, broken = 0;
        content = content[..Math.Min(content.Length, Sample)];
        while (!content.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(content, out _, out var used);
            if (status != OperationStatus.Done)
                broken++;
            else if (used >= 3)
                formed++;
            content = content[used..];
        }
        return formed > broken * 20;
    }

    private static bool IsText(string text)
    {
        var strange = 0;
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, 1 << 16)))
        {
            if (character is '\ufffd' or < '\t' or (> '\r' and < ' ') or (>= '\ue000' and <= '\uf8ff'))
                strange++;
        }
        return strange <= 2 || strange * 20 <= Math.Min(text.Length, 1 << 16);
    }
}
