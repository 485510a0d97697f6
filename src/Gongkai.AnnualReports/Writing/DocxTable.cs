using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Formats.Writing;

namespace Gongkai.AnnualReports.Writing;

/// <summary>Word 表格: a table of the form with merged cells, repeated header rows and rows that stay whole.</summary>
internal static class DocxTable
{
    // Twentieths of a point: the type area between the margins.
    private const int Width = 11906 - 1588 - 1474;

    public static Table Of(Report report, TableLayout layout)
    {
        var widths = layout.Widths.Select(width => (int)(Width * width)).ToArray();
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = DocxParts.FormTable },
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new DocumentFormat.OpenXml.Wordprocessing.TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true },
                new TableCaption { Val = layout.Caption },
                new TableDescription { Val = $"{layout.Caption}统计表" }),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));

        var openBelow = new LaidCell?[layout.Columns];
        var left = new int[layout.Columns];
        for (var r = 0; r < layout.Rows.Count; r++)
            table.Append(Row(report, layout, r, widths, openBelow, left));
        return table;
    }

    private static TableRow Row(Report report, TableLayout layout, int r, int[] widths, LaidCell?[] open, int[] left)
    {
        var isHeader = r < layout.HeaderRows;
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 340, HeightType = HeightRuleValues.AtLeast });
        if (isHeader)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);

        // A table is kept on one page where it fits, each row with the next; 表二 may part between two items.
        var keepNext = r < layout.Rows.Count - 1 && layout.Rows[r + 1][0].Kind != LaidKind.Caption;

        var cells = layout.Rows[r].ToDictionary(cell => cell.Column);
        for (var column = 0; column < layout.Columns;)
        {
            var continues = !cells.TryGetValue(column, out var cell);
            cell ??= open[column] ?? throw new InvalidOperationException($"{layout.Key}: nothing stands in row {r}, column {column}");
            if (continues)
            {
                left[column]--;
            }
            else
            {
                open[column] = cell.RowSpan > 1 ? cell : null;
                left[column] = cell.RowSpan - 1;
            }

            row.Append(Cell(report, cell, continues, widths.AsSpan(column, cell.ColumnSpan), keepNext));
            if (left[column] == 0)
                open[column] = null;
            column += cell.ColumnSpan;
        }

        return row;
    }

    private static TableCell Cell(Report report, LaidCell laid, bool continues, ReadOnlySpan<int> widths, bool keepNext)
    {
        var width = 0;
        foreach (var part in widths)
            width += part;

        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (laid.ColumnSpan > 1)
            properties.Append(new GridSpan { Val = laid.ColumnSpan });
        if (laid.RowSpan > 1)
            properties.Append(new VerticalMerge { Val = continues ? MergedCellValues.Continue : MergedCellValues.Restart });
        if (laid.Kind == LaidKind.Caption)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "DCE6F2" });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });

        var style = laid.Kind is LaidKind.Caption or LaidKind.Corner || (laid.Kind == LaidKind.RowHeader && laid.Id.StartsWith("t3", StringComparison.Ordinal)) ? DocxParts.CellLeft : DocxParts.CellCentred;
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (keepNext)
            paragraph.ParagraphProperties!.Append(new KeepNext());
        var text = continues ? "" : laid.Cell is { } cell ? Figure.Print(report[cell.Index], cell) : laid.Text;
        if (text.Length > 0)
            paragraph.Append(new Run(new RunProperties(Size(laid, text)), new Text(text)));
        return new TableCell(properties, paragraph);
    }

    /// <summary>A long figure is set smaller, for a figure broken over two lines reads as two.</summary>
    private static IEnumerable<OpenXmlElement> Size(LaidCell laid, string text) =>
        laid.Cell is null || laid.Cell.Table.Section == "s2" || text.Length < 6 ? [] : [new FontSize { Val = text.Length > 6 ? "14" : "16" }];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
