using Gongkai.Formats.Reading.Grids;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Sheets;

/// <summary>工作表草稿: the filled cells and merges of a sheet, before rows of text are told from rows of tables.</summary>
internal sealed class SheetDraft(string name)
{
    private const int LongTitle = 30;
    private static readonly SortedDictionary<int, string> s_empty = [];
    private readonly SortedDictionary<int, SortedDictionary<int, string>> _rows = [];
    private readonly Dictionary<(int Row, int Column), (int Row, int Column)> _merges = [];

    // Cells that are there without a value: drawn with a border, or filled once.
    private readonly Dictionary<int, int> _drawn = [];

    public string Name { get; } = name;

    public bool IsEmpty => _rows.Count == 0;

    public void Put(int row, int column, string text)
    {
        var shown = TextDecoding.WithoutInvisible(text).Replace("\r", "", StringComparison.Ordinal).Trim();
        if (shown.Length == 0)
        {
            _drawn[row] = _drawn.GetValueOrDefault(row) + 1;
            return;
        }

        if (!_rows.TryGetValue(row, out var cells))
            _rows[row] = cells = [];
        cells[column] = shown;
    }

    public void Merge(int top, int left, int bottom, int right) => _merges[(top, left)] = (bottom, right);

    /// <summary>The sheet as tables; headings and running text, alone in their row, become lines between them.</summary>
    public IEnumerable<DraftPart> Parts(BlockBuilder blocks)
    {
        int[] columns = [.. _rows.Values.SelectMany(row => row.Keys).Distinct().Order()];
        int[] rows = [.. _rows.Keys];
        // A whole drawn row under the last one is the row for the figures of a form left empty.
        if (rows is [.., var last] && columns.Length > 1 && _drawn.GetValueOrDefault(last + 1) >= columns.Length)
            rows = [.. rows, last + 1];
        var hidden = Covered(rows, columns, blocks);
        var table = new DraftTable(default);
        foreach (var row in rows)
        {
            var cells = _rows.GetValueOrDefault(row, s_empty);
            if (cells.Count == 1 && IsText(cells.Values.First(), isFirst: table.Rows.Count == 0))
            {
                yield return new DraftPart(default, table);
                table = new DraftTable(default);
                foreach (var line in cells.Values.First().Split('\n'))
                    yield return new DraftPart(new SourceLine(line));
                continue;
            }
            table.Rows.Add(Row(row, rows, columns, hidden, blocks));
        }
        yield return new DraftPart(default, table);
    }

    // The first rows of a sheet often hold the title of the report.
    private static bool IsText(string text, bool isFirst) =>
        Headings.EndsTable(text) || (isFirst && (text.Length > LongTitle || text.Contains("报告", StringComparison.Ordinal)));

    private List<DraftCell> Row(int row, int[] rows, int[] columns, HashSet<(int, int)> hidden, BlockBuilder blocks)
    {
        var cells = new List<DraftCell>();
        for (var at = 0; at < columns.Length; at++)
        {
            if (hidden.Contains((row, columns[at])))
                continue;
            blocks.CountCell();
            var (down, right) = (1, 1);
            if (_merges.TryGetValue((row, columns[at]), out var end))
                (down, right) = (Between(rows, row, end.Row), Between(columns, columns[at], end.Column));
            var cell = new DraftCell { Column = at, ColumnSpan = right, RowSpan = down };
            cell.Parts.Add(new DraftPart(new SourceLine(_rows.GetValueOrDefault(row, s_empty).GetValueOrDefault(columns[at], ""))));
            cells.Add(cell);
        }
        return cells;
    }

    // Cells that a merge covers and that are not its first.
    private HashSet<(int, int)> Covered(int[] rows, int[] columns, BlockBuilder blocks)
    {
        var covered = new HashSet<(int, int)>();
        var times = 0;
        foreach (var ((top, left), (bottom, right)) in _merges)
        {
            foreach (var row in Within(rows, top, bottom))
            {
                foreach (var column in Within(columns, left, right))
                {
                    // Merges never overlap in a sound file; counted each time, since those of a hostile one do.
                    blocks.CheckCells(++times);
                    if ((row, column) != (top, left))
                        covered.Add((row, column));
                }
            }
        }
        return covered;
    }

    private static ArraySegment<int> Within(int[] used, int first, int last)
    {
        var (start, end) = (Array.BinarySearch(used, first), Array.BinarySearch(used, last + 1));
        start = start < 0 ? ~start : start;
        end = end < 0 ? ~end : end;
        return new ArraySegment<int>(used, start, Math.Max(0, end - start));
    }

    private static int Between(int[] used, int first, int last) => Math.Max(1, Within(used, first, last).Count);
}
