using Gongkai.Formats.Reading.Grids;

namespace Gongkai.Formats.Reading;

/// <summary>文档块: collects the blocks of a document in reading order, numbers its tables and counts everything against the limits.</summary>
internal sealed class BlockBuilder(ReadingLimits limits)
{
    private const int PlaceText = 60;
    private readonly List<Block> _blocks = [];
    private readonly List<string> _notes = [];
    private int _cells;
    private int _characters;
    private int _lines;
    private int _tables;

    public ReadingLimits Limits { get; } = limits;

    public IReadOnlyList<Block> Blocks => _blocks;

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>A remark people should see once, however often its cause occurs.</summary>
    public void Note(string note)
    {
        if (!_notes.Contains(note, StringComparer.Ordinal))
            _notes.Add(note);
    }

    /// <summary>A line or paragraph; a blank one is left out, its absence shows in the numbers of the places.</summary>
    public void Line(SourceLine line, bool mayRunOn = false, IReadOnlyList<PlacedWord>? words = null)
    {
        var text = OneLine(line.Text);
        if (text.Length == 0)
            return;
        CheckLines(++_lines);
        CountCharacters(text.Length);
        _blocks.Add(new TextLine(text, new SourcePlace(line.Page, line.Line, line.Paragraph, Text: Shorten(text))) { MayRunOn = mayRunOn, Words = words ?? [] });
    }

    /// <summary>A table whose rows are known but whose columns are not: a cell's column is its position in the row.</summary>
    public void RaggedTable(IReadOnlyList<IReadOnlyList<SourceLine>> rows, bool isRagged = true)
    {
        var table = ++_tables;
        var built = new List<TableRow>(rows.Count);
        foreach (var row in rows)
        {
            var cells = new TableCell[row.Count];
            for (var column = 0; column < cells.Length; column++)
            {
                CountCell();
                cells[column] = Cell(row[column], table, built.Count + 1, column);
            }
            built.Add(new TableRow(cells));
        }
        var first = rows.SelectMany(row => row).FirstOrDefault();
        _blocks.Add(new Table(built, new SourcePlace(first.Page, first.Line, first.Paragraph, table)) { IsRagged = isRagged });
    }

    /// <summary>A table whose grid is known; its cells were counted when they were read.</summary>
    public void GridTable(List<List<(DraftCell Cell, int Column)>> rows, SourceLine place)
    {
        var table = ++_tables;
        var built = new List<TableRow>(rows.Count);
        foreach (var row in rows)
        {
            var cells = new TableCell[row.Count];
            for (var at = 0; at < cells.Length; at++)
            {
                var (cell, column) = row[at];
                cells[at] = Cell(place with { Text = cell.Text() }, table, built.Count + 1, column) with { ColumnSpan = cell.ColumnSpan, RowSpan = cell.RowSpan };
            }
            built.Add(new TableRow(cells));
        }
        _blocks.Add(new Table(built, new SourcePlace(place.Page, place.Line, place.Paragraph, table)));
    }

    public void CountCharacters(int count)
    {
        _characters += count;
        if (_characters > Limits.Characters)
            throw new UnreadableFileException($"文件的文字超过 {Limits.Characters} 字，不像一份年度报告；请确认文件，必要时拆分后再读取");
    }

    public void CountCell() => CheckCells(++_cells);

    /// <summary>Refuses a number of cells that no report has.</summary>
    public void CheckCells(int cells)
    {
        if (cells > Limits.Cells)
            throw new UnreadableFileException($"文件的表格单元格超过 {Limits.Cells} 个，不像一份年度报告；请确认文件，必要时拆分后再读取");
    }

    /// <summary>Refuses a number of lines or paragraphs that no report has.</summary>
    public void CheckLines(int lines)
    {
        if (lines > Limits.Lines)
            throw new UnreadableFileException($"文件的文字超过 {Limits.Lines} 行，不像一份年度报告；请确认文件，必要时拆分后再读取");
    }

    /// <summary>The words of a place, shortened when long.</summary>
    public static string Shorten(string text) => text.Length <= PlaceText ? text : string.Concat(text.AsSpan(0, PlaceText), "…");

    private TableCell Cell(SourceLine source, int table, int row, int column)
    {
        CountCharacters(source.Text.Length);
        return new TableCell(source.Text, column, new SourcePlace(source.Page, source.Line, source.Paragraph, table, row, column + 1, Shorten(source.Text)));
    }

    private static string OneLine(string text)
    {
        var trimmed = text.Trim();
        return trimmed.AsSpan().IndexOfAny('\t', '\n') < 0 ? trimmed : trimmed.Replace('\t', ' ').Replace('\n', ' ');
    }
}
