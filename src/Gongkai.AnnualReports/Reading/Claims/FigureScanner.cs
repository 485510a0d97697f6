using System.Globalization;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>数的扫描: finds the figures of a folded text in one pass; years, dates, articles and document numbers are no figures.</summary>
internal static class FigureScanner
{
    // Longest first, so that 人次 is not read as 人.
    private static readonly string[] s_units =
    [
        "人次", "件次", "条次", "批次", "场次", "项次", "篇次", "户次", "余件", "件", "条", "份", "宗", "次", "篇", "项", "起", "例", "期", "个", "部", "场",
        "本", "册", "幅", "则", "户", "名", "人", "家", "类", "种", "套", "页", "桩", "封", "批", "笔", "组", "处", "轮", "届", "站", "字", "元",
    ];

    private static readonly string[] s_about = ["大约", "约", "将近", "接近", "近", "超过", "逾", "超", "不少于", "不低于", "至少", "不到", "不足", "上", "突破", "数", "几"];

    private static readonly string[] s_orSo = ["以上", "以下", "左右", "上下", "余", "多"];

    // 一次性, 一件事, 一起来 … begin like a figure and are none.
    private static readonly string[] s_noFigure =
    [
        "一次性", "一件事", "一件件", "一条龙", "一条条", "一项项", "一个个", "一份份", "一期期", "一件一", "一个月", "一个窗口", "一部分", "一本账", "一家一", "一类", "一种",
        "一批", "一组", "一套", "一处", "一些", "一名", "一例一", "一起研", "一起学", "一起做", "一起参", "一起推", "一起开", "一起组", "一起行", "一起对", "一起把", "一起来", "一起，",
        "一人", "一户", "一件不", "一条不", "一个不", "一项不", "一件都", "一字", "一站", "一家", "一场", "一本", "一册", "一页",
    ];

    /// <summary>The figure that starts exactly at <paramref name="at"/>, or null; <paramref name="end"/> is where to read on in either case.</summary>
    public static Figure? At(string text, int at, out int end)
    {
        end = at + 1;
        var c = text[at];
        if (char.IsAsciiDigit(c))
            return Arabic(text, at, out end);
        if (c == '百' && StartsAt(text, at, "百分之"))
            return PercentInWords(text, at, out end);
        if (c is '数' or '几')
            return Vague(text, at, out end);
        return ChineseNumeral.IsPart(c) ? Chinese(text, at, out end) : null;
    }

    public static bool StartsAt(string text, int at, string word) => (uint)at < (uint)text.Length && text[at] == word[0] && text.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    private static Figure? Arabic(string text, int at, out int end)
    {
        var i = SkipDigits(text, at);
        while (i + 3 < text.Length && text[i] is ',' or '，' && i - at <= 3 + (4 * 4) && IsGroup(text, at, i))
            i += 4;

        var decimals = 0;
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var point = i;
            i = SkipDigits(text, i + 1);
            decimals = i - point - 1;
        }

        end = i;
        var before = at > 0 ? text[at - 1] : '\0';
        if (i - at > 24 || before is '.' or '第' or '〔' or '［' or '[' || char.IsAsciiLetter(before))
            return null;
        if (Parsed(text.AsSpan(at, i - at)) is not { } value)
            return null;

        var isRange = before == '-' && at > 1 && char.IsAsciiDigit(text[at - 2]);
        return Finish(text, at, value, decimals, isRange, isChinese: false, ref end);
    }

    private static decimal? Parsed(ReadOnlySpan<char> figure)
    {
        if (figure.IndexOfAny(',', '，') >= 0)
            figure = figure.ToString().Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        return decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // "1,234" and "1，234件", but not "收到5，100%办结".
    private static bool IsGroup(string text, int start, int comma)
    {
        for (var k = 1; k <= 3; k++)
        {
            if (!char.IsAsciiDigit(text[comma + k]))
                return false;
        }

        if (comma + 4 < text.Length && (char.IsAsciiDigit(text[comma + 4]) || (text[comma] == '，' && !IsUnit(text, comma + 4) && text[comma + 4] != '，')))
            return false;
        var first = start;
        while (first < comma && char.IsAsciiDigit(text[first]))
            first++;
        return first - start is >= 1 and <= 3;
    }

    private static Figure? Chinese(string text, int at, out int end)
    {
        var i = at;
        while (i < text.Length && ChineseNumeral.IsPart(text[i]))
            i++;
        end = i;
        var before = at > 0 ? text[at - 1] : '\0';
        if (before is '第' or '每' or '逐' or '统' or '唯' or '同' or '进' or '之' or '某' or '任' or '另' or '（' or '十' or '专')
            return null;
        if (i - at == 1 && Array.Exists(s_noFigure, word => StartsAt(text, at, word)))
            return null;

        var vague = i < text.Length && text[i] is '几' or '多' or '余' or '来';
        if (ChineseNumeral.Parse(text.AsSpan(at, i - at)) is not { } value)
            return null;
        return IsUnit(text, vague ? i + 1 : i) ? Finish(text, at, value, 0, isRange: false, isChinese: true, ref end) : null;
    }

    private static Figure? PercentInWords(string text, int at, out int end)
    {
        var i = at + 3;
        var start = i;
        while (i < text.Length && (ChineseNumeral.IsPart(text[i]) || text[i] == '点'))
            i++;
        end = i;
        if (i - start is 0 or > 12)
            return null;

        var words = text.AsSpan(start, i - start);
        var point = words.IndexOf('点');
        if (ChineseNumeral.Parse(point < 0 ? words : words[..point]) is not { } whole)
            return null;
        return point < 0 ? new Figure(at, end, whole, "%") : null;
    }

    // 数百件, 几十件, 几件
    private static Figure? Vague(string text, int at, out int end)
    {
        var i = at + 1;
        while (i < text.Length && ChineseNumeral.IsPart(text[i]))
            i++;
        end = at + 1;
        if ((text[at] == '数' && i == at + 1) || !IsUnit(text, i))
            return null;
        end = i;
        return Finish(text, at, ChineseNumeral.Parse(text.AsSpan(at + 1, i - at - 1)) ?? 2, 0, isRange: false, isChinese: true, ref end) is { } figure ? figure with { IsApproximate = true } : null;
    }

    private static Figure? Finish(string text, int at, decimal value, int decimals, bool isRange, bool isChinese, ref int end)
    {
        var approximate = isRange || SaysAbout(text, at);
        var i = end;
        if (i < text.Length && text[i] == '%')
        {
            end = i + 1;
            return new Figure(at, end, value, "%") { IsApproximate = approximate, Decimals = decimals };
        }

        if (i < text.Length && text[i] is '余' or '多' or '来' or '几')
        {
            approximate = true;
            i++;
        }

        var multiplier = 1m;
        while (i < text.Length && text[i] is '万' or '亿' or '千' or '百' && !isChinese)
        {
            multiplier *= text[i] switch { '万' => 10_000m, '亿' => 100_000_000m, '千' => 1000m, _ => 100m };
            if (++i - end > 3)
                return null;
        }

        if (i < text.Length && text[i] is '余' or '多' or '来')
        {
            approximate = true;
            i++;
        }

        if (value > 1_000_000_000_000m)
            return null;

        foreach (var unit in s_units)
        {
            if (!StartsAt(text, i, unit))
                continue;
            i += unit.Length;
            if (unit == "个" && (StartsAt(text, i, "工作日") || StartsAt(text, i, "月") || StartsAt(text, i, "小时") || StartsAt(text, i, "自然日")))
                return null;
            foreach (var word in s_orSo)
            {
                if (StartsAt(text, i, word))
                {
                    approximate = true;
                    i += word.Length;
                    break;
                }
            }

            end = i;
            var isRounded = multiplier > 1 && unit != "元";
            return new Figure(at, end, value * multiplier, unit) { IsApproximate = approximate || isRounded, Decimals = decimals };
        }

        return IsBare(text, at, i) && multiplier == 1 ? new Figure(at, end, value, "") { IsApproximate = approximate, Decimals = decimals } : null;
    }

    // 数量为5，…
    private static bool IsBare(string text, int at, int end) =>
        at > 0 && text[at - 1] is '为' or '是' or '数' or '量' or '：' && (end >= text.Length || text[end] is '，' or '。' or '；' or '、' or '）');

    private static bool SaysAbout(string text, int at)
    {
        foreach (var word in s_about)
        {
            if (StartsAt(text, at - word.Length, word) && !(word == "上" && !StartsAt(text, at, "百") && !StartsAt(text, at, "千") && !StartsAt(text, at, "万")) && !(word is "数" or "超" && IsName(text, at - 1)))
                return true;
        }

        return at + 1 < text.Length && at > 0 && text[at] is >= '0' and <= '9' && SaysRangeAfter(text, at);
    }

    // 申请数5件, 件数3: 数 is then a name and not a vague number; 高超3 likewise.
    private static bool IsName(string text, int at) => at > 0 && !StartsAt(text, at, "超") && text[at - 1] is '总' or '件' or '请' or '量' or '案' or '开' or '次' or '条' or '结' or '理' or '到' or '文';

    private static bool SaysRangeAfter(string text, int at)
    {
        var i = SkipDigits(text, at);
        return i + 1 < text.Length && text[i] == '-' && char.IsAsciiDigit(text[i + 1]);
    }

    private static bool IsUnit(string text, int at) => at < text.Length && Array.Exists(s_units, unit => StartsAt(text, at, unit));

    private static int SkipDigits(string text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return i;
    }
}
