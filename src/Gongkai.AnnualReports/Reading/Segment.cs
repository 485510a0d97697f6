using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>片段: a line, a part of a line, or a table cell, in reading order.</summary>
/// <param name="Text">Normalised text (<see cref="Normal"/>); same length as the source's.</param>
/// <param name="Original">The text as the source has it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Row">Number of the line or table row it belongs to, counted over the document.</param>
internal sealed record Segment(string Text, string Original, SourcePlace Place, int Row)
{
    /// <summary>True for a cell of a table, so that an empty one is a blank and not nothing.</summary>
    public bool IsCell { get; init; }

    /// <summary>Grid column of a cell, from 0; -1 where only the order in the row is known.</summary>
    public int Column { get; init; } = -1;

    public int ColumnSpan { get; init; } = 1;

    /// <summary>Position of the cell in its row, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Number of the table within the document, or -1.</summary>
    public int Table { get; init; } = -1;

    /// <summary>True where the source breaks lines at the margin.</summary>
    public bool MayRunOn { get; init; }

    /// <summary>Words with their horizontal place (PDF).</summary>
    public IReadOnlyList<PlacedWord> Words { get; init; } = [];

    /// <summary>Key of the section whose heading this is, or null.</summary>
    public string? HeadingOf { get; init; }

    public Segment Part(int start, int end) => this with { Text = Text[start..end], Original = Original[start..end], Words = start == 0 && end == Text.Length ? Words : [] };

    /// <summary>The segments of a document.</summary>
    public static List<Segment> Of(NeutralDocument document)
    {
        var segments = new List<Segment>();
        var row = 0;
        var table = -1;
        foreach (var block in document.Blocks)
        {
            if (block is TextLine line)
            {
                segments.Add(new Segment(Normal.Of(line.Text), line.Text, line.Place, row++) { MayRunOn = line.MayRunOn, Words = line.Words });
            }
            else if (block is Table { Rows: var rows, IsRagged: var ragged })
            {
                table++;
                foreach (var cells in rows)
                {
                    var position = 0;
                    foreach (var cell in cells.Cells)
                    {
                        segments.Add(new Segment(Normal.Of(cell.Text), cell.Text, cell.Place, row)
                        {
                            IsCell = true,
                            Column = ragged ? -1 : cell.Column,
                            ColumnSpan = cell.ColumnSpan,
                            Position = position++,
                            Table = table,
                        });
                    }

                    row++;
                }
            }
        }

        return segments;
    }
}
