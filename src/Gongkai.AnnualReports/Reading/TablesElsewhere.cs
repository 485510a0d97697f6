namespace Gongkai.AnnualReports.Reading;

/// <summary>附表: tables that stand outside their section, before the text or behind it, found by words that no running text has.</summary>
internal static class TablesElsewhere
{
    private static readonly string[] s_two = ["第二十条第"];
    private static readonly string[] s_three = ["本列数据的勾稽", "本年新收政府信息公开申请"];
    private static readonly string[] s_four = ["结果维持"];

    /// <summary>Where table two stands when its section does not hold it; null when it does, or when there is none elsewhere.</summary>
    public static (int From, int To)? Two(IReadOnlyList<Segment> cut, int from, int to) =>
        Find(cut, from, to, s_two) is >= 0 and var start ? (start, First(cut, start + 1, cut.Count, s_three, s_four)) : null;

    public static (int From, int To)? Three(IReadOnlyList<Segment> cut, int from, int to) =>
        Find(cut, from, to, s_three) is >= 0 and var start ? (start, First(cut, start + 1, cut.Count, s_two)) : null;

    public static (int From, int To)? Four(IReadOnlyList<Segment> cut, int from, int to) =>
        Find(cut, from, to, s_four) is >= 0 and var start ? (StartOfTable(cut, start), First(cut, start + 1, cut.Count, s_two, s_three)) : null;

    /// <summary>The first segment elsewhere with one of the words in it, when the section itself has none.</summary>
    private static int Find(IReadOnlyList<Segment> cut, int from, int to, string[] words)
    {
        for (var s = from; s < to; s++)
        {
            if (cut[s].IsCell || Has(cut[s], words) || Figures(cut[s].Text) >= 5)
                return -1;
        }

        for (var s = 0; s < cut.Count; s++)
        {
            if ((s < from || s >= to) && Has(cut[s], words) && IsTabular(cut[s].Text))
                return s;
        }

        return -1;
    }

    /// <summary>Where the table ends at the latest: at the next heading or at the next table.</summary>
    private static int First(IReadOnlyList<Segment> cut, int from, int to, params string[][] next)
    {
        for (var s = from; s < to; s++)
        {
            if (cut[s].HeadingOf is not null || next.Any(words => Has(cut[s], words)))
                return s;
        }

        return to;
    }

    private static int StartOfTable(IReadOnlyList<Segment> cut, int at)
    {
        while (at > 0 && (cut[at].IsCell ? cut[at - 1].Table == cut[at].Table : Normal.HanOnly(cut[at - 1].Text) is "行政复议" or "行政诉讼" or "行政复议行政诉讼"))
            at--;
        return at;
    }

    /// <summary>A line of figures: the table is there, though its words are torn.</summary>
    private static int Figures(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || text[i - 1] == ' '))
                count++;
        }

        return count;
    }

    /// <summary>A label or a caption, not running text that speaks of the table.</summary>
    private static bool IsTabular(string text) =>
        text.AsSpan().IndexOfAny("。；".AsSpan()) < 0 && (text.Contains("勾稽", StringComparison.Ordinal) || Normal.CountHan(text) <= 40);

    private static bool Has(Segment segment, string[] words) =>
        words.Any(word => segment.Text.Contains(word, StringComparison.Ordinal));
}
