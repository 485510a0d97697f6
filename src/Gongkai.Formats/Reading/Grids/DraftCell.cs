using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Grids;

/// <summary>单元格草稿: what a cell holds, in order, and how far it reaches.</summary>
internal sealed class DraftCell
{
    public List<DraftPart> Parts { get; } = [];

    /// <summary>First column, where the source says it; otherwise it follows from the spans.</summary>
    public int? Column { get; init; }

    public int ColumnSpan { get; set; } = 1;

    public int RowSpan { get; set; } = 1;

    public bool HasTable => Parts.Exists(part => part.Table is not null);

    /// <summary>Running text together with a heading of a section: no cell of a data table.</summary>
    public bool HoldsArticle =>
        Parts.Count >= 3 && Parts.Exists(part => Headings.IsSection(part.Line.Text)) && Parts.Exists(part => Headings.IsProse(part.Line.Text));

    public string Text() => Parts is [{ Table: null } only]
        ? only.Line.Text.Trim()
        : string.Join('\n', Parts.SelectMany(part => part.Table?.RowTexts() ?? [part.Line.Text.Trim()])).Trim();
}
