using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>表头: which column labels stand over table three. The order of columns is fixed by the form; the header is only looked at, never relied on.</summary>
internal static class ColumnHeader
{
    private static readonly string[] s_ordinary = ["申请人情况", "法人或其他组织", "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和", "收到和处理政府信息公开申请情况"];

    public static void Read(IReadOnlyList<Segment> segments, int from, int to, FormTable table, FormFiller filler)
    {
        var start = from;
        while (start < to && !segments[start].Text.Contains("勾稽", StringComparison.Ordinal) && !segments[start].Text.Contains("自然", StringComparison.Ordinal))
            start++;
        var stream = new HanStream(segments, start, to);
        foreach (var column in table.Columns)
        {
            // Another name that stands there whole comes before the official one that single words of several cells could make up.
            var labels = column.Also.Prepend(column.Label).ToList();
            var label = labels.FirstOrDefault(own => Find(stream, own) is not null) ?? labels.FirstOrDefault(own => FindTorn(stream, own) is not null);
            if (label is not null && (Find(stream, label) ?? FindTorn(stream, label)) is { } at)
                filler.Saw(ObservationKind.ColumnLabel, label, segments[at].Place, $"{table.Key}.*.{column.Key}");
        }

        for (var s = start; s < to; s++)
        {
            var text = Normal.HanOnly(segments[s].Text);
            if (segments[s].IsCell && text.Length > 1 && !s_ordinary.Any(word => word.Contains(text, StringComparison.Ordinal))
                && !table.Columns.Any(column => column.Also.Prepend(column.Label).Any(label => label.Contains(text, StringComparison.Ordinal))))
            {
                filler.Saw(ObservationKind.UnknownColumn, segments[s].Original.Trim(), segments[s].Place, table.Key);
            }
        }
    }

    /// <summary>The cells of a grid that hold the column labels, one for each column found.</summary>
    public static IEnumerable<IReadOnlyList<Segment>> Cells(IReadOnlyList<Segment> segments, int from, int to, FormTable table)
    {
        yield return
        [
            .. table.Columns.Select(column => segments.Skip(from).Take(to - from).LastOrDefault(segment => segment.IsCell && Normal.HanOnly(segment.Text) is var han && (han == column.Label || column.Also.Contains(han)))).OfType<Segment>(),
        ];
    }

    /// <summary>Middles of the words on a page that are a column label or a torn piece of one.</summary>
    public static IEnumerable<double> Middles(IReadOnlyList<Segment> segments, int from, int to, FormTable table)
    {
        var start = to;
        while (start > from && to - start < 14 && !segments[start - 1].Text.Contains('。', StringComparison.Ordinal))
            start--;
        return segments.Skip(start).Take(to - start).SelectMany(segment => segment.Words)
            .Where(word => Normal.HanOnly(word.Text) is { Length: > 1 } han && table.Columns.Any(column => column.Also.Prepend(column.Label).Any(label => label.StartsWith(han, StringComparison.Ordinal) || label.EndsWith(han, StringComparison.Ordinal))))
            .Select(word => (word.Left + word.Right) / 2);
    }

    /// <summary>Segment in which the label starts; 其他 must not be the beginning of 其他组织.</summary>
    private static int? Find(HanStream stream, string label)
    {
        foreach (var start in stream.PositionsOf(label[0]))
        {
            var length = 1;
            while (length < label.Length && start + length < stream.Length && stream[start + length] == label[length])
                length++;
            var whole = length == label.Length && (label.Length > 2 || start == 0 || stream[start - 1] != '或');
            if (whole)
                return stream.PlaceOf(start).Segment;
        }

        return null;
    }

    /// <summary>Narrow header cells are torn line by line and interleave; their single words then stand somewhere in the header.</summary>
    private static int? FindTorn(HanStream stream, string label) =>
        label.Length > 2 && stream.Length > 0 && label.All(c => stream.PositionsOf(c).Count > 0) ? stream.PlaceOf(stream.PositionsOf(label[0])[0]).Segment : null;
}
