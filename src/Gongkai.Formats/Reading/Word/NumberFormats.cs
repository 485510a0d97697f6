using System.Globalization;
using System.Text;

namespace Gongkai.Formats.Reading.Word;

/// <summary>编号样式: how Word prints the number of a list item.</summary>
internal static class NumberFormats
{
    private const string Digits = "零一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Print(string format, int number) => format switch
    {
        "none" or "bullet" => "",
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" => Counting(number),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Legal(number),
        "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => DigitByDigit(number, "〇一二三四五六七八九"),
        "ideographTraditional" => Cycle(Stems, number),
        "ideographZodiac" => Cycle(Branches, number),
        "decimalFullWidth" or "decimalFullWidth2" => DigitByDigit(number, "０１２３４５６７８９"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => number is >= 1 and <= 20 ? $"{(char)('①' + number - 1)}" : Decimal(number),
        "decimalEnclosedParen" => number is >= 1 and <= 20 ? $"{(char)('⑴' + number - 1)}" : $"({Decimal(number)})",
        "decimalEnclosedFullstop" => number is >= 1 and <= 20 ? $"{(char)('⒈' + number - 1)}" : $"{Decimal(number)}.",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letters('A', number),
        "lowerLetter" => Letters('a', number),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    // 10 is 十, not 一十; 110 is 一百一十.
    private static string Counting(int number)
    {
        if (number is < 1 or > 9999)
            return number == 0 ? "零" : Decimal(number);
        var text = new StringBuilder();
        var rest = number;
        var gap = false;
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = rest / unit;
            rest %= unit;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            if (gap)
                text.Append('零');
            gap = false;
            if (!(unit == 10 && digit == 1 && text.Length == 0))
                text.Append(Digits[digit]);
            text.Append(name);
        }
        return text.ToString();
    }

    private static string Legal(int number) => string.Concat(Counting(number).Select(character => character switch
    {
        '一' => '壹',
        '二' => '贰',
        '三' => '叁',
        '四' => '肆',
        '五' => '伍',
        '六' => '陆',
        '七' => '柒',
        '八' => '捌',
        '九' => '玖',
        '十' => '拾',
        '百' => '佰',
        '千' => '仟',
        _ => character,
    }));

    private static string DigitByDigit(int number, string digits) =>
        string.Concat(Decimal(number).Select(character => char.IsAsciiDigit(character) ? digits[character - '0'] : character));

    private static string Cycle(string signs, int number) => number >= 1 && number <= signs.Length ? $"{signs[number - 1]}" : Decimal(number);

    // After Z come AA, BB, CC.
    private static string Letters(char first, int number) => number is >= 1 and <= 780 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : Decimal(number);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return Decimal(number);
        var text = new StringBuilder();
        foreach (var (value, sign) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value; number -= value)
                text.Append(sign);
        }
        return text.ToString();
    }
}
