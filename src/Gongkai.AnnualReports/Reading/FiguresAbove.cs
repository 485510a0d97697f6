namespace Gongkai.AnnualReports.Reading;

/// <summary>数在标签之上: where a page prints the figures of a wrapped label above its first line, they belong to the label below.</summary>
internal static class FiguresAbove
{
    /// <summary>The zones with such lines moved to the label they belong to; the zone before the first label is left out.</summary>
    public static IReadOnlyList<LabelZone> Settle(IReadOnlyList<LabelZone> zones, int count, IReadOnlyList<Segment> segments)
    {
        if (zones.Count == 0)
            return zones;
        var settled = zones.ToArray();
        for (var z = 0; z < settled.Length; z++)
        {
            // The nearest label below that has no figures takes the last line, if every label between passes its own on.
            if (WholeLines(settled[z], count) is not { Count: > 0 } lines || lines.Count < (z == 0 ? 1 : 2) || (z > 0 && IsLabelled(segments, lines[^1])))
                continue;
            var empty = z + 1;
            while (empty < settled.Length && (IsGroup(settled[empty]) || WholeLines(settled[empty], count).Count == 1))
                empty++;
            if (empty == settled.Length || settled[empty].Tokens.Any(token => token.IsFigure))
                continue;
            for (var to = empty; to > z; to--)
            {
                if (IsGroup(settled[to]))
                    continue;
                var above = to - 1;
                while (above > z && IsGroup(settled[above]))
                    above--;
                var line = WholeLines(settled[above], count)[^1];
                settled[above] = settled[above] with { Tokens = [.. settled[above].Tokens.Where(token => token.Row != line)] };
                settled[to] = settled[to] with { Tokens = [.. settled[to].Tokens, .. zones[above].Tokens.Where(token => token.Row == line)] };
            }
        }

        return settled[1..];
    }

    /// <summary>A line that begins with words of its own belongs to a label that the form does not know.</summary>
    private static bool IsLabelled(IReadOnlyList<Segment> segments, int row)
    {
        var text = segments.FirstOrDefault(segment => segment.Row == row && !segment.IsCell)?.Text ?? "";
        return text.TakeWhile(c => !char.IsAsciiDigit(c)).Count(Normal.IsHan) >= 4;
    }

    private static bool IsGroup(LabelZone zone) => zone.Kind == LabelKind.Group && !zone.Tokens.Any(token => token.IsFigure);

    /// <summary>Lines of plain text (not table rows) with exactly one row's figures.</summary>
    private static List<int> WholeLines(LabelZone zone, int count)
    {
        var lines = new List<int>();
        var (row, figures) = (-1, 0);
        foreach (var token in zone.Tokens)
        {
            if (!token.IsFigure || token.IsCell)
                continue;
            if (token.Row != row)
                Close();
            (row, figures) = (token.Row, figures + 1);
        }

        Close();
        return lines;

        void Close()
        {
            if (figures == count)
                lines.Add(row);
            figures = 0;
        }
    }
}
