using System.Globalization;

namespace Gongkai.Formats.Reading.PlainText;

/// <summary>页码: a line that holds a page number and nothing else: - 3 -, —3—, 第 3 页, 第3页 共10页, 3 / 10, Page 3 of 10.</summary>
internal static class PageNumbers
{
    public static bool Is(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 3 or > 20)
            return false;
        return IsDash(text[0]) && IsDash(text[^1])
            ? IsShortNumber(text.Trim("-－—–─‐‑−― \u3000\u00a0"))
            : text[0] == '第' ? IsNumberedPage(text)
            : !line.Contains('\t', StringComparison.Ordinal) && IsPageOfPages(text.StartsWith("Page ", StringComparison.OrdinalIgnoreCase) ? text[5..] : text);
    }

    // 3 / 10, 3 of 10; a cell behind a tab is no page number.
    private static bool IsPageOfPages(ReadOnlySpan<char> text)
    {
        var parting = text.IndexOf(" of ", StringComparison.OrdinalIgnoreCase) is > 0 and var of ? (At: of, Length: 4) : (At: text.IndexOf('/'), Length: 1);
        return parting.At > 0
            && int.TryParse(text[..parting.At].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && int.TryParse(text[(parting.At + parting.Length)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages)
            && page is > 0 and < 1000 && pages is > 1 and < 1000 && page <= pages;
    }

    private static bool IsNumberedPage(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('页');
        if (end < 2 || !IsShortNumber(text[1..end].Trim()))
            return false;
        var rest = text[(end + 1)..].Trim("，,/ \u3000\u00a0");
        return rest.IsEmpty || (rest[0] is '共' && rest[^1] is '页' && IsShortNumber(rest[1..^1].Trim()));
    }

    private static bool IsShortNumber(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsDigit(character))
                return false;
        }
        return text.Length is > 0 and < 5;
    }

    private static bool IsDash(char character) => "-－—–─‐‑−―".Contains(character, StringComparison.Ordinal);
}
