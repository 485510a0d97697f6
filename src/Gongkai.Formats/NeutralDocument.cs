namespace Gongkai.Formats;

/// <summary>中立文档: what every reader turns its format into: blocks in reading order, each with its place.</summary>
/// <param name="Name">File name without folder, for messages.</param>
/// <param name="Format">Which reader made it.</param>
/// <param name="Blocks">Lines and tables in reading order.</param>
public sealed record NeutralDocument(string Name, SourceFormat Format, IReadOnlyList<Block> Blocks)
{
    /// <summary>Title from the document's own properties or from &lt;title&gt;; it may be wrong or someone else's.</summary>
    public string? Title { get; init; }

    /// <summary>What the reader wants people to know, in Chinese: recognised by OCR, hidden sheet skipped, and so on.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True when the text was recognised from a picture, so that every figure needs a person's eye.</summary>
    public bool IsRecognised { get; init; }
}

/// <summary>The formats that can be read.</summary>
public enum SourceFormat { Text, Markdown, Html, Docx, Doc, Pdf, Xlsx, Picture, Json, Epub }

/// <summary>A block of a <see cref="NeutralDocument"/>: a line of text or a table.</summary>
public abstract record Block(SourcePlace Place);

/// <summary>A paragraph, or a line where the source knows only lines.</summary>
/// <param name="Text">Its text without a line end; page numbers and form feeds are left out by the reader.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TextLine(string Text, SourcePlace Place) : Block(Place)
{
    /// <summary>True when the source breaks lines at the margin (PDF, OCR, hard-wrapped text), so that a sentence runs on into the next line.</summary>
    public bool MayRunOn { get; init; }

    /// <summary>Words with their horizontal place, where the source has it (PDF); empty otherwise.</summary>
    public IReadOnlyList<PlacedWord> Words { get; init; } = [];
}

/// <summary>A word on a page, in points from the left and top edge.</summary>
public readonly record struct PlacedWord(string Text, double Left, double Right, double Top, double Bottom);

/// <summary>A table whose cell borders are known from the source.</summary>
public sealed record Table(IReadOnlyList<TableRow> Rows, SourcePlace Place) : Block(Place)
{
    /// <summary>
    /// True when the cells of a row are known but not the columns they stand in (tab-separated text, one cell per line):
    /// <see cref="TableCell.Column"/> is then only the position in the row.
    /// </summary>
    public bool IsRagged { get; init; }
}

/// <summary>A row of a <see cref="Table"/>; a cell merged from the row above does not appear again.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells);

/// <summary>A cell; an empty one has the text "".</summary>
/// <param name="Text">Text with inner line breaks kept as '\n'.</param>
/// <param name="Column">First column it covers, from 0, merged cells of this row and of rows above counted.</param>
/// <param name="Place">Where it stands.</param>
public readonly record struct TableCell(string Text, int Column, SourcePlace Place)
{
    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows covered.</summary>
    public int RowSpan { get; init; } = 1;
}
