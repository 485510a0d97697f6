using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Grids;

/// <summary>表格草稿: a table while it is being read; once whole it becomes a <see cref="Table"/>, or plain blocks when it only lays out the page.</summary>
internal sealed class DraftTable(SourceLine place)
{
    private const int WidestGrid = 1000;

    public List<List<DraftCell>> Rows { get; } = [];

    public void WriteTo(BlockBuilder blocks)
    {
        if (Rows.All(row => row.Count == 0))
            return;
        if (IsLayout())
            WriteParts(blocks);
        else
            blocks.GridTable(Resolve(), place);
    }

    /// <summary>The text of all cells, for a small table inside a cell of a real one.</summary>
    public IEnumerable<string> RowTexts() => Rows.Select(row => string.Join(' ', row.Select(cell => cell.Text())));

    // A table around other tables, or around running text with its headings, is there for the look of the page only.
    private bool IsLayout()
    {
        var cells = Rows.SelectMany(row => row).ToArray();
        if (cells.Any(cell => cell.HasTable))
            return Rows.Count(row => row.Count(cell => !cell.HasTable) >= 3) < 2;
        return cells.Any(cell => cell.HoldsArticle) || (Rows.All(row => row.Count <= 1) && cells.Any(cell => cell.Parts.Count >= 4 || Headings.EndsTable(cell.Text())));
    }

    private void WriteParts(BlockBuilder blocks)
    {
        foreach (var cell in Rows.SelectMany(row => row))
            DraftPart.Write(cell.Parts, blocks);
    }

    // The columns, by counting what cells of rows above still cover. A faulty grid may give odd columns; the order of cells always stays.
    private List<List<(DraftCell Cell, int Column)>> Resolve()
    {
        var covered = new List<int>();
        var resolved = new List<List<(DraftCell, int)>>(Rows.Count);
        foreach (var row in Rows)
        {
            var placed = new List<(DraftCell, int)>(row.Count);
            var column = 0;
            foreach (var cell in row)
            {
                if (cell.Column is { } known)
                    column = known;
                else
                {
                    while (column < covered.Count && covered[column] > 0)
                        column++;
                }
                placed.Add((cell, column));
                var end = Math.Min(column + cell.ColumnSpan, WidestGrid);
                for (; column < end; column++)
                {
                    if (column >= covered.Count)
                        covered.AddRange(Enumerable.Repeat(0, column - covered.Count + 1));
                    covered[column] = cell.RowSpan;
                }
            }
            resolved.Add(placed);
            for (var at = 0; at < covered.Count; at++)
                covered[at] = Math.Max(0, covered[at] - 1);
        }
        return resolved;
    }
}
