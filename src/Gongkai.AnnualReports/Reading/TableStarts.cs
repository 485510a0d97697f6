namespace Gongkai.AnnualReports.Reading;

/// <summary>表的起点: where in each section the table begins, so that what stands before it is text.</summary>
internal sealed class TableStarts
{
    private static readonly string[] s_openings = ["第二十条第", "(本列数据的勾稽", "申请人情况", "行政复议 ", "信息内容"];

    private readonly Dictionary<string, (int Start, int End, Segment? Before)> _starts = [];

    public void Add(string section, IReadOnlyList<Segment> cut, int start)
    {
        if (start < 0)
            return;

        // A page that is one line: the text before the table shares its segment.
        Segment? before = null;
        var segment = cut[start];
        if (!segment.IsCell)
        {
            var at = s_openings.Select(opening => segment.Text.IndexOf(opening, StringComparison.Ordinal)).Where(index => index >= 0).DefaultIfEmpty(0).Min();
            if (at > 0 && Sections.IsSentence(segment.Text[..at]))
                before = segment.Part(0, at);
        }

        var end = start;
        while (end + 1 < cut.Count && cut[end + 1].HeadingOf is null && (cut[end + 1].IsCell || !Sections.IsSentence(cut[end + 1].Text)))
            end++;
        _starts[section] = (start, end, before);
    }

    /// <summary>True for a segment of any of the tables, wherever they stand.</summary>
    public bool Holds(int segment) => _starts.Values.Any(table => segment >= table.Start && segment <= table.End);

    public int StartIn(string section) => _starts.TryGetValue(section, out var found) ? found.Start : -1;

    /// <summary>Last segment that may still be part of the table.</summary>
    public int EndIn(string section) => _starts.TryGetValue(section, out var found) ? found.End : int.MaxValue;

    public Segment? Before(string section) => _starts.TryGetValue(section, out var found) ? found.Before : null;
}
