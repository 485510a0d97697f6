using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.AnnualReports.Writing.Word;

/// <summary>表格: an official table in Word, with merged cells, header rows that come again on the next page, and a description for screen readers.</summary>
internal static class WordTable
{
    /// <summary>Width of the text on A4 between the margins of an official document, in twentieths of a point.</summary>
    private const int TextWidth = 8844;

    public static Table Of(OfficialTable table)
    {
        var widths = Widths(table);
        var drawn = new Table(
            new TableProperties(
                new TableWidth { Width = TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa }),
                new TableCaption { Val = table.Caption },
                new TableDescription { Val = $"{table.Caption}，{table.Rows.Count} 行 {table.Columns.Count} 列" }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));

        // For each grid column: the merged cell that still reaches down, and for how many more rows.
        var open = new (OfficialCell? Cell, int Rows)[table.Columns.Count];
        for (var r = 0; r < table.Rows.Count; r++)
            drawn.Append(Row(table, r, open, widths));
        return drawn;
    }

    private static TableRow Row(OfficialTable table, int r, (OfficialCell? Cell, int Rows)[] open, int[] widths)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (r < table.HeaderRows)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var column = 0; column < table.Columns.Count;)
        {
            var cell = table.Rows[r].Cells.FirstOrDefault(candidate => candidate.Column == column);
            var goesOn = cell is null && open[column].Rows > 0;
            var shown = goesOn ? open[column].Cell! : cell ?? new OfficialCell("", column);
            row.Append(Cell(shown, goesOn, widths));
            open[column] = goesOn ? (shown, open[column].Rows - 1) : (shown, shown.RowSpan - 1);
            column += shown.ColumnSpan;
        }

        return row;
    }

    private static TableCell Cell(OfficialCell cell, bool goesOn, int[] widths)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (cell.ColumnSpan > 1)
            properties.Append(new GridSpan { Val = cell.ColumnSpan });
        if (goesOn)
            properties.Append(new VerticalMerge());
        else if (cell.RowSpan > 1)
            properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });

        var paragraph = new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell });
        if (cell.IsRowHeader && cell.RowSpan == 1)
            paragraph.Append(new Justification { Val = JustificationValues.Left });
        var text = new Paragraph(paragraph);
        if (!goesOn && cell.Text.Length > 0)
            text.Append(WordWriter.TextOf(cell.Text));
        return new TableCell(properties, text);
    }

    private static int[] Widths(OfficialTable table)
    {
        var total = table.Columns.Sum();
        return [.. table.Columns.Select(part => part * TextWidth / total)];
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 6 },
        new LeftBorder { Val = BorderValues.Single, Size = 6 },
        new BottomBorder { Val = BorderValues.Single, Size = 6 },
        new RightBorder { Val = BorderValues.Single, Size = 6 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
}
