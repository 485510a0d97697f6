using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>落款日期: a paragraph that is nothing but a date, in Arabic or Chinese numerals.</summary>
internal static partial class Signature
{
    private const string Digits = "〇一二三四五六七八九";

    public static DateOnly? DateOf(string paragraph)
    {
        var match = Date().Match(paragraph.Normalize(NormalizationForm.FormKC));
        if (!match.Success)
            return null;
        var (year, month, day) = (Number(match.Groups["y"].Value), Number(match.Groups["m"].Value), Number(match.Groups["d"].Value));
        return year is >= 2000 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>2021, 二〇二一, 二十五, 十.</summary>
    private static int Number(string text)
    {
        text = text.Replace('○', '〇').Replace('零', '〇').Replace('O', '〇');
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Aggregate(0, (sum, digit) => (sum * 10) + Digits.IndexOf(digit, StringComparison.Ordinal));
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0], StringComparison.Ordinal);
        return (tens * 10) + (ten == text.Length - 1 ? 0 : Digits.IndexOf(text[ten + 1], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\s*(?<y>\d{4}|[二○〇零O一三四五六七八九]{4})\s*年\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日\s*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Date();
}
