using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>序号: the number that opens a paragraph, with its style: 一、 （一） 1. （1）.</summary>
/// <param name="Level">Style, from the outermost: 0 一、 1 （一） 2 1. 3 （1）.</param>
/// <param name="Number">1 for 一.</param>
/// <param name="Printed">As it stands.</param>
internal sealed partial record Enumeration(int Level, int Number, string Printed)
{
    private const string Digits = "一二三四五六七八九十";
    private static readonly char[] s_openings = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '（', '(', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    public static Enumeration? At(string paragraph)
    {
        var text = paragraph.AsSpan().TrimStart();
        if (text.Length < 2 || !s_openings.AsSpan().Contains(text[0]))
            return null;

        var match = Opening().Match(paragraph);
        if (!match.Success)
            return null;
        var printed = match.Value.Trim();
        foreach (var (group, level) in s_levels)
        {
            if (match.Groups[group].Success && Value(match.Groups[group].Value) is > 0 and < 40 and var number)
                return new Enumeration(level, number, printed);
        }

        return null;
    }

    /// <summary>How the given number would be printed in this style.</summary>
    public string Of(int number) => Level switch
    {
        0 => $"{Chinese(number)}、",
        1 => $"（{Chinese(number)}）",
        2 => $"{number}.",
        _ => $"（{number}）",
    };

    /// <summary>True when the number stands somewhere in the text after all, in any of the ways it is written in this style; 第（三）项 does not count.</summary>
    public bool IsWrittenIn(string text, int number)
    {
        string[] ways = Level switch
        {
            0 => [$"{Chinese(number)}、", $"{Chinese(number)}．", $"{Chinese(number)}."],
            1 => [$"（{Chinese(number)}）", $"({Chinese(number)})", $"（{Chinese(number)})", $"({Chinese(number)}）"],
            2 => [$"{number}.", $"{number}．", $"{number}、"],
            _ => [$"（{number}）", $"({number})"],
        };
        foreach (var way in ways)
        {
            for (var at = text.IndexOf(way, StringComparison.Ordinal); at >= 0; at = text.IndexOf(way, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || !(text[at - 1] == '第' || char.IsAsciiDigit(text[at - 1]) || Digits.Contains(text[at - 1])))
                    return true;
            }
        }

        return false;
    }

    private static readonly (string Group, int Level)[] s_levels = [("han", 0), ("bracket", 1), ("digit", 2), ("digitbracket", 3)];

    private static int Value(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return digits;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 ? Digits.IndexOf(text[0], StringComparison.Ordinal) + 1 : 0;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0], StringComparison.Ordinal) + 1;
        var ones = ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1], StringComparison.Ordinal) + 1;
        return (10 * tens) + ones;
    }

    private static string Chinese(int number) => number switch
    {
        <= 10 => Digits[number - 1].ToString(),
        < 20 => $"十{Digits[number - 11]}",
        _ => $"{Digits[(number / 10) - 1]}十{(number % 10 == 0 ? "" : Digits[(number % 10) - 1])}",
    };

    [GeneratedRegex(@"^\s{0,20}(?:(?<han>[一二三四五六七八九十]{1,3})、|[（(](?<bracket>[一二三四五六七八九十]{1,3})[）)]|(?<digit>\d{1,2})(?:、|[.．](?!\d))|[（(](?<digitbracket>\d{1,2})[）)])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Opening();
}
