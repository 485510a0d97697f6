using System.Globalization;

namespace Gongkai.Formats.Reading.Sheets;

/// <summary>数字文字: a stored number as people see it: no exponent, no stray digits of binary fractions, dates as dates.</summary>
internal static class NumberText
{
    private const int FirstCustomFormat = 164;

    /// <param name="value">The number.</param>
    /// <param name="format">Id of its format.</param>
    /// <param name="code">The format's own code, where it has one.</param>
    /// <param name="since1904">Whether days count from 1904.</param>
    public static string Of(double value, int format, string? code, bool since1904 = false)
    {
        if (IsDate(format, code) && value is > 0 and < 2_958_466)
            return Date(value + (since1904 ? 1462 : 0));
        if (format is 9 or 10 || (format >= FirstCustomFormat && code?.Contains('%', StringComparison.Ordinal) == true))
            return $"{Plain(value * 100)}%";
        return Plain(value);
    }

    public static string Plain(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > 1e15)
            return value.ToString("R", CultureInfo.InvariantCulture);
        return Math.Round((decimal)value, 8).ToString("0.########", CultureInfo.InvariantCulture);
    }

    private static string Date(double value)
    {
        var date = DateTime.FromOADate(value);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    // Formats 27-36 and 50-58 are the Chinese dates.
    private static bool IsDate(int format, string? code) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) || (format >= FirstCustomFormat && code is not null && HasYearAndMonth(code));

    private static bool HasYearAndMonth(string code)
    {
        var (inQuotes, inBrackets, year, month) = (false, false, false, false);
        foreach (var character in code)
        {
            inQuotes ^= character == '"';
            inBrackets = character == '[' || (inBrackets && character != ']');
            if (inQuotes || inBrackets)
                continue;
            year |= character is 'y' or 'Y';
            month |= character is 'm' or 'M';
        }
        return year && month;
    }
}
