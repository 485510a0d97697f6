namespace Gongkai.AnnualReports.Reading;

/// <summary>一份文件中的多份报告: each begins with its title, or, where it has none, with its first heading.</summary>
internal static class ReportSplitter
{
    /// <summary>Ranges of segments, one for each report.</summary>
    public static List<(int From, int To)> Split(IReadOnlyList<Segment> segments, IReadOnlyList<HeadingFinder.Found> candidates)
    {
        var starts = new List<int>();
        var last = "";
        var lastSegment = 0;
        var seen = 0;
        foreach (var heading in candidates.Where(candidate => candidate.Score >= 4))
        {
            // The first section again, after at least three later ones: another report.
            if (heading.Key == "s1" && (starts.Count == 0 || (seen >= 3 && string.CompareOrdinal(last, "s3") >= 0)))
            {
                starts.Add(starts.Count == 0 ? 0 : TitleBefore(segments, lastSegment + 1, heading.Segment));
                seen = 0;
            }

            seen++;
            (last, lastSegment) = (heading.Key, heading.Segment);
        }

        if (starts.Count == 0)
            starts.Add(0);
        return [.. starts.Select((start, index) => (start, index + 1 < starts.Count ? starts[index + 1] : segments.Count))];
    }

    private static int TitleBefore(IReadOnlyList<Segment> segments, int from, int heading)
    {
        for (var s = heading - 1; s >= from; s--)
        {
            if (!TitleReader.IsTitleLike(segments[s].Text) || segments[s].Text.Contains('。', StringComparison.Ordinal))
                continue;

            // The organ may stand on the line above.
            var above = s - 1;
            while (above >= from && segments[above].Text.Trim().Length == 0)
                above--;
            var line = above >= from ? Normal.Tight(segments[above].Text) : "";
            return line.Length is >= 3 and <= 30 && line.All(Normal.IsHan) ? above : s;
        }

        return heading;
    }
}
