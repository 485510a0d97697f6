using System.Buffers;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>中文数字: 十二, 一百零三, 两, 〇, 廿三, 二〇二一.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly SearchValues<char> s_places = SearchValues.Create("十百千万亿廿卅");

    public static bool IsPart(char c) => c is '零' or '〇' or '两' or '廿' or '卅' or '十' or '百' or '千' or '万' or '亿' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';

    /// <summary>Its value, or null where the characters make no number.</summary>
    public static decimal? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 20)
            return null;
        if (text.IndexOfAny(s_places) < 0)
            return DigitByDigit(text);

        decimal total = 0, section = 0, digit = 0;
        var hasDigit = false;
        foreach (var c in text)
        {
            switch (c)
            {
                case '十' or '百' or '千':
                    section += (hasDigit ? digit : 1) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
                    (digit, hasDigit) = (0, false);
                    break;
                case '廿' or '卅':
                    section += c == '廿' ? 20 : 30;
                    break;
                case '万' or '亿':
                    section += digit;
                    if (total + section == 0)
                        return null;
                    total = (total + section) * (c == '万' ? 10_000 : 100_000_000);
                    (section, digit, hasDigit) = (0, 0, false);
                    break;
                case '零' or '〇':
                    break;
                default:
                    if (hasDigit)
                        return null;
                    (digit, hasDigit) = (DigitOf(c), true);
                    break;
            }
        }

        return total + section + digit;
    }

    private static decimal? DigitByDigit(ReadOnlySpan<char> text)
    {
        var value = 0m;
        foreach (var c in text)
            value = (value * 10) + DigitOf(c);
        return text.Length > 1 && text[0] is '零' or '〇' ? null : value;
    }

    private static int DigitOf(char c) => c switch { '〇' => 0, '两' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };
}
