namespace Gongkai.Formats.Reading.PlainText;

/// <summary>一格一行: every cell on its own line behind a tab, a blank line after each row; a line with nothing but the tab is an empty cell.</summary>
internal static class CellPerLine
{
    private const int TornCell = 40;

    public static int Take(List<SourceLine> lines, int from, BlockBuilder blocks)
    {
        if (!IsCell(lines[from].Text))
            return 0;
        var rows = new List<IReadOnlyList<SourceLine>>();
        var row = new List<SourceLine>();
        var last = from;
        for (var at = from; at < lines.Count; at++)
        {
            if (IsCell(lines[at].Text))
                row.Add(lines[at] with { Text = lines[at].Text[1..] });
            else if (row.Count > 0 && Continues(lines, at))
                row[^1] = row[^1] with { Text = $"{row[^1].Text}\n{lines[at].Text.Trim()}" };
            else if (row.Count > 0 && lines[at].IsBlank)
            {
                rows.Add(row);
                row = [];
                continue;
            }
            else
                break;
            last = at;
        }
        if (row.Count > 0)
            rows.Add(row);
        if (!IsTable(rows))
            return 0;
        blocks.RaggedTable(rows);
        return last - from + 1;
    }

    private static bool IsCell(string text) =>
        text.Length > 0 && text[0] == '\t' && !text.AsSpan(1).Contains('\t') && !Headings.EndsTable(text.AsSpan(1));

    // "本年新" / "制作数量": the rest of a torn cell stands without a tab, and cells go on after it.
    private static bool Continues(List<SourceLine> lines, int at)
    {
        var text = lines[at].Text;
        if (text.Length > TornCell || lines[at].IsBlank || lines[at].HasTab || Headings.EndsTable(text))
            return false;
        var next = at + 1;
        if (next < lines.Count && lines[next].IsBlank && !lines[next].HasTab)
            next++;
        return next < lines.Count && (IsCell(lines[next].Text) || (next == at + 1 && next + 1 < lines.Count && IsCell(lines[next + 1].Text)));
    }

    // Paragraphs indented by a tab look alike; cells are short, several to a row, and some hold figures or nothing.
    private static bool IsTable(List<IReadOnlyList<SourceLine>> rows)
    {
        var (cells, values, length) = (0, 0, 0);
        foreach (var cell in rows.SelectMany(row => row))
        {
            cells++;
            length += cell.Text.Length;
            values += IsValue(cell.Text) ? 1 : 0;
        }
        return rows.Count >= 2 && cells >= 4 && values >= 2 && length <= cells * 30 && rows.Any(row => row.Count >= 2);
    }

    private static bool IsValue(string text)
    {
        var value = text.AsSpan().Trim();
        return value.IsEmpty || value is "无" or "/" or "-" or "—" || (value.Length <= 15 && char.IsDigit(value[value.Length > 1 && value[0] is '+' or '-' or '－' ? 1 : 0]));
    }
}
