namespace Gongkai.AnnualReports.Reading;

/// <summary>表四的格位: where the columns of its grid are known, each cell is taken from under its header, whether the blocks stand side by side or below each other.</summary>
internal static class RemedyGrid
{
    private const int Count = 15;

    private static readonly string[] s_columns = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

    public static List<FigureToken>? Pick(IReadOnlyList<Segment> segments, int from, int to, bool recognised)
    {
        var picked = new List<FigureToken>();
        var columns = new SortedSet<int>();
        var (table, used) = (-1, false);
        foreach (var row in segments.Skip(from).Take(to - from).Where(segment => segment is { IsCell: true, Column: >= 0 }).GroupBy(segment => segment.Row).Select(row => row.ToList()))
        {
            if (row[0].Table != table)
                (table, used, _) = (row[0].Table, false, Clear(columns));
            var header = row.Where(cell => s_columns.Contains(Normal.HanOnly(cell.Text))).ToList();
            if (header.Count > 0)
            {
                if (used)
                    (used, _) = (false, Clear(columns));
                if (header.Exists(cell => !columns.Add(cell.Column) || cell.ColumnSpan > 1))
                    return null;
                continue;
            }

            if (columns.Count % s_columns.Length != 0 || columns.Count == 0 || row.Exists(cell => Normal.HanOnly(cell.Text) is { Length: > 1 } han && !TableFour.IsWords(han)))
                continue;
            var cells = columns.Select(column => row.Find(cell => cell.Column == column)).ToList();
            if (cells.Exists(cell => cell is null || FigureScanner.OfCell(cell, recognised).IsText))
                continue;
            picked.AddRange(cells.Select(cell => FigureScanner.OfCell(cell!, recognised)));
            used = true;
        }

        return picked.Count == Count ? picked : null;
    }

    private static bool Clear(SortedSet<int> columns)
    {
        columns.Clear();
        return true;
    }
}
