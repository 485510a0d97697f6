using System.Text;

namespace Gongkai.AnnualReports.Reading;

/// <summary>字符归一: one form for the many ways in which a character is written. Length never changes, so offsets stay true.</summary>
internal static class Normal
{
    public static char Of(char c) => IsHan(c) || c is > ' ' and <= '~' ? c : Folded(c);

    private static char Folded(char c) => c switch
    {
        '\u00a0' or '\u3000' or '\t' or '\u2002' or '\u2003' or '\u2009' or '\u200b' or '\ufeff' or '\r' or '\n' => ' ',
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '－' or '−' or '–' or '—' or '―' or '﹣' or '‐' or '‑' or '─' => '-',
        '﹢' => '+',
        '〇' or '○' => '〇',
        '。' => '。',
        '、' or '﹑' => '、',
        '∕' or '╱' => '/',
        _ => c,
    };

    public static string Of(string text)
    {
        var changed = false;
        foreach (var c in text)
        {
            if (Of(c) != c)
            {
                changed = true;
                break;
            }
        }

        return changed ? string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                span[i] = Of(source[i]);
        }) : text;
    }

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or '〇';

    /// <summary>Only the Chinese characters, for comparing labels whatever their punctuation and spaces.</summary>
    public static string HanOnly(string text)
    {
        var count = CountHan(text);
        if (count == text.Length)
            return text;
        return count == 0 ? "" : string.Create(count, text, static (kept, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (IsHan(c))
                    kept[at++] = c;
            }
        });
    }

    /// <summary>How many of the characters are Chinese ones.</summary>
    public static int CountHan(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (IsHan(c))
                count++;
        }

        return count;
    }

    public static bool HasHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsHan(c))
                return true;
        }

        return false;
    }

    private static bool IsTight(string text)
    {
        foreach (var c in text)
        {
            if (c == ' ' || Of(c) != c)
                return false;
        }

        return true;
    }

    /// <summary>Normalised and without any space.</summary>
    public static string Tight(string text)
    {
        if (IsTight(text))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var n = Of(c);
            if (n != ' ')
                kept.Append(n);
        }

        return kept.ToString();
    }

    /// <summary>The text of all segments behind each other, without any space.</summary>
    public static string Tight(IEnumerable<Segment> segments)
    {
        var kept = new StringBuilder();
        foreach (var segment in segments)
        {
            for (var rest = segment.Text.AsSpan(); rest.Length > 0;)
            {
                var space = rest.IndexOf(' ');
                kept.Append(space < 0 ? rest : rest[..space]);
                rest = space < 0 ? [] : rest[(space + 1)..];
            }
        }

        return kept.ToString();
    }

    /// <summary>The value of a Chinese numeral 一 to 九十九, or null.</summary>
    public static int? Numeral(ReadOnlySpan<char> text)
    {
        const string Digits = "〇一二三四五六七八九";
        if (text.Length is 0 or > 3)
            return null;
        var ten = text.IndexOf('十');
        if (ten < 0)
            return text.Length == 1 && Digits.IndexOf(text[0], StringComparison.Ordinal) is > 0 and var one ? one : null;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0], StringComparison.Ordinal);
        var ones = ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1], StringComparison.Ordinal);
        return tens < 0 || ones < 0 ? null : (tens * 10) + ones;
    }
}
