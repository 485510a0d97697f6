namespace Gongkai.Formats.Reading.PlainText;

/// <summary>制表符表格: a row per line, cells parted by tabs, empty ones kept; often the dump of a Word table with unequal leading cells.</summary>
internal static class TabGrid
{
    private const int TornLabel = 40;
    private const int MostCells = 1000;

    public static int Take(List<SourceLine> lines, int from, BlockBuilder blocks)
    {
        if (!IsRow(lines[from].Text))
            return 0;
        var rows = new List<IReadOnlyList<SourceLine>>();
        var at = from;
        var next = from;
        while (next < lines.Count)
        {
            if (!IsRule(lines[next].Text))
                rows.Add(Cells(lines[next]));
            at = next;
            next = Next(lines, at, isSpaced: at > from && lines[at - 1].IsBlank);
            // Torn labels between two rows: one row of one cell each.
            for (var torn = at + 1; torn < next && next < lines.Count; torn++)
            {
                if (!lines[torn].IsBlank)
                    rows.Add([lines[torn] with { Text = lines[torn].Text.Trim() }]);
            }
        }
        if (!IsTable(rows))
            return 0;
        blocks.RaggedTable(rows);
        return at - from + 1;
    }

    // The next row: directly below, below a torn label, or below one blank line when the table plainly goes on.
    private static int Next(List<SourceLine> lines, int row, bool isSpaced)
    {
        var at = row + 1;
        if (at < lines.Count && lines[at].IsBlank && !lines[at].HasTab)
        {
            at++;
            var goesOn = at < lines.Count && IsRow(lines[at].Text) && (isSpaced || Math.Abs(Tabs(lines[at]) - Tabs(lines[row])) <= 1);
            return goesOn ? at : lines.Count;
        }
        while (at < lines.Count && at - row <= 3 && !lines[at].HasTab)
        {
            if (lines[at].IsBlank || lines[at].Text.Length > TornLabel || Headings.EndsTable(lines[at].Text))
                return lines.Count;
            at++;
        }
        return at < lines.Count && IsRow(lines[at].Text) ? at : lines.Count;
    }

    private static bool IsRow(string text) => text.AsSpan().Count('\t') is > 0 and < MostCells && !Headings.EndsTable(text.AsSpan().Trim());

    private static bool IsRule(string text) => text.AsSpan().IndexOfAnyExcept("-=:\t ") < 0 && text.Contains("--", StringComparison.Ordinal);

    private static int Tabs(SourceLine line) => line.Text.AsSpan().Count('\t');

    private static SourceLine[] Cells(SourceLine line) => [.. line.Text.Split('\t').Select(cell => line with { Text = cell })];

    // A tab also indents paragraphs and parts "电话：" from a number: a table has several filled rows of several cells, or one long row.
    private static bool IsTable(List<IReadOnlyList<SourceLine>> rows) =>
        rows.Count(row => Filled(row) >= 2) >= 2 || rows.Any(row => Filled(row) >= 4);

    private static int Filled(IReadOnlyList<SourceLine> row) => row.Count(cell => !cell.IsBlank);
}
