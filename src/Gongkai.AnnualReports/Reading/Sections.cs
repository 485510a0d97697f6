namespace Gongkai.AnnualReports.Reading;

/// <summary>章节范围: which segments belong to the lead and to each of the six sections.</summary>
internal sealed class Sections
{
    private Sections(IReadOnlyList<(string Key, Segment? Heading, int From, int To)> all) => All = all;

    /// <summary>Key, heading, first segment after it, and one past the last.</summary>
    public IReadOnlyList<(string Key, Segment? Heading, int From, int To)> All { get; }

    public static Sections Of(IReadOnlyList<Segment> cut)
    {
        var all = new List<(string, Segment?, int, int)>();
        var key = "lead";
        Segment? heading = null;
        var from = 0;
        for (var s = 0; s <= cut.Count; s++)
        {
            if (s < cut.Count && cut[s].HeadingOf is null)
                continue;
            all.Add((key, heading, from, s));
            if (s < cut.Count)
                (key, heading, from) = (cut[s].HeadingOf!, cut[s], s + 1);
        }

        return new Sections(all);
    }

    /// <summary>First segment of a section after its heading, or -1.</summary>
    public int Start(string key)
    {
        foreach (var section in All)
        {
            if (section.Key == key)
                return section.From;
        }

        return -1;
    }

    /// <summary>Range from the end of the last section before <paramref name="key"/> that exists, to the start of the first after it.</summary>
    public (int From, int To, bool HasHeading) Around(string key)
    {
        int from = 0, to = -1;
        var has = false;
        foreach (var section in All)
        {
            if (section.Key != "lead" && string.CompareOrdinal(section.Key, key) < 0)
                from = section.From;
            if (section.Key == key)
                (from, to, has) = (section.From, section.To, true);
            else if (to < 0 && section.Key != "lead" && string.CompareOrdinal(section.Key, key) > 0)
                to = section.From - 1;
        }

        return (from, to < 0 ? All[^1].To : to, has);
    }

    /// <summary>Running text, not a scrap of a table.</summary>
    public static bool IsSentence(string text) => text.Contains('。', StringComparison.Ordinal) && Normal.CountHan(text) >= 12;
}
