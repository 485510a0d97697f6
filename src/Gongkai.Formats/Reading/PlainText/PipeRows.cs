using System.Buffers;
using System.Text;

namespace Gongkai.Formats.Reading.PlainText;

/// <summary>竖线表格: rows whose cells stand between bars, as Markdown writes them or drawn as a box; a rule line is no row.</summary>
internal static class PipeRows
{
    private const int MostCells = 1000;
    private const string Bars = "|│┃｜║";
    private static readonly SearchValues<char> s_ruleSigns = SearchValues.Create("|│┃｜║-—–─━═=:+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝ \t\u3000");
    private static readonly SearchValues<char> s_corners = SearchValues.Create("|│┃｜║+┌├└┏┣┗╔╠╚┼╋╬");
    private static readonly SearchValues<char> s_dashes = SearchValues.Create("-─━═=");

    /// <summary>One of these must stand in a line that begins such a table.</summary>
    public static SearchValues<char> Signs { get; } = SearchValues.Create(Bars + "─━═+");

    public static int Take(List<SourceLine> lines, int from, BlockBuilder blocks)
    {
        if (!IsRow(lines[from].Text) && !IsRule(lines[from].Text))
            return 0;
        var rows = new List<IReadOnlyList<SourceLine>>();
        var isBoxed = IsRule(lines[from].Text) && lines[from].Text.AsSpan().Trim()[0] is not ('|' or '-');
        var (rules, fresh, last) = (0, true, from);
        for (var at = from; at < lines.Count; at++)
        {
            var line = lines[at];
            if (IsRule(line.Text))
            {
                rules++;
                fresh = true;
            }
            else if (IsRow(line.Text))
            {
                var cells = Cells(line);
                // In a drawn box the lines between two rules are one row.
                if (isBoxed && !fresh && rows[^1].Count == cells.Length)
                    rows[^1] = [.. rows[^1].Zip(cells, Join)];
                else
                    rows.Add(cells);
                fresh = false;
            }
            else if (line.IsBlank && at + 1 < lines.Count && IsOuter(lines[last].Text) && IsOuter(lines[at + 1].Text))
                continue;
            else
                break;
            last = at;
        }
        if (!IsTable(rows, rules, lines[from].Text))
            return 0;
        blocks.RaggedTable(rows, isRagged: rows.Any(row => row.Count != rows[0].Count));
        return last - from + 1;
    }

    private static bool IsTable(List<IReadOnlyList<SourceLine>> rows, int rules, string first) =>
        rows.Count > 0 && (rules > 0 ? rows.Any(row => row.Count >= 2) : IsOuter(first) ? rows[0].Count >= 2 : rows.Count >= 3 || rows.Any(row => row.Count >= 5));

    private static int BarsIn(string text)
    {
        var bars = 0;
        foreach (var character in text)
            bars += Bars.Contains(character, StringComparison.Ordinal) ? 1 : 0;
        return bars;
    }

    private static bool IsOuter(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length > 1 && Bars.Contains(trimmed[0], StringComparison.Ordinal);
    }

    private static bool IsRow(string text) => BarsIn(text) is > 0 and < MostCells && (Cells(new SourceLine(text)).Length >= 2 || IsFramed(text));

    /// <summary>A row of one cell, such as a caption over all columns, has a bar at both ends.</summary>
    private static bool IsFramed(string text) => IsOuter(text) && text.AsSpan().Trim() is { Length: > 2 } trimmed && Bars.Contains(trimmed[^1], StringComparison.Ordinal);

    private static bool IsRule(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length >= 3 && !trimmed.ContainsAnyExcept(s_ruleSigns) && trimmed.ContainsAny(s_dashes) && trimmed.ContainsAny(s_corners);
    }

    private static SourceLine Join(SourceLine above, SourceLine below) =>
        below.Text.Length == 0 ? above : above with { Text = above.Text.Length == 0 ? below.Text : $"{above.Text}\n{below.Text}" };

    private static SourceLine[] Cells(SourceLine line)
    {
        var text = line.Text.AsSpan().Trim();
        var cells = new List<SourceLine>();
        var cell = new StringBuilder();
        for (var at = IsOuter(line.Text) ? 1 : 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '|')
                cell.Append(text[++at]);
            else if (Bars.Contains(text[at], StringComparison.Ordinal))
                Close(cells, cell, line);
            else
                cell.Append(text[at]);
        }
        if (cell.Length > 0 && !Bars.Contains(text[^1], StringComparison.Ordinal))
            Close(cells, cell, line);
        return [.. cells];
    }

    private static void Close(List<SourceLine> cells, StringBuilder cell, SourceLine line)
    {
        var text = cell.ToString().Trim();
        cells.Add(line with { Text = text.AsSpan().IndexOfAny('*', '<', '`') < 0 ? text : MarkdownMarks.Remove(text) });
        cell.Clear();
    }
}
