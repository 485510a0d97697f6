using System.Globalization;
using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Formats.Writing;

/// <summary>网页表格转 Word 表格, merged cells with it.</summary>
internal static class HtmlTableToWord
{
    /// <summary>Of the text of an official page.</summary>
    internal const int PageWidth = 11906 - 1588 - 1474;

    /// <summary>What stands left and right in a cell.</summary>
    private const int Padding = 2 * 108;
    private const int Narrowest = 400;
    private const int MostColumns = 63;

    /// <param name="html">The table.</param>
    /// <param name="main">Where pictures of its cells are put.</param>
    /// <param name="width">Of its place.</param>
    public static Word.Table Of(IElement html, MainDocumentPart? main, int width)
    {
        var rows = html.QuerySelectorAll("tr").Where(row => row.Closest("table") == html).ToList();
        var columns = Math.Clamp(rows.Select(row => Cells(row).Sum(cell => Span(cell, "colspan"))).DefaultIfEmpty(1).Max(), 1, MostColumns);
        var table = new Word.Table(
            new TableProperties(
                new TableStyle { Val = DocxParts.FormTable },
                new TableWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLook { Val = "0020", FirstRow = true }),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = Number(width / columns) })));
        var open = new (int Rows, int Columns)[columns];
        foreach (var row in rows)
            table.Append(Row(row, open, isHeader: row.ParentElement?.LocalName == "thead", main, width));
        return table;
    }

    private static Word.TableRow Row(IElement html, (int Rows, int Columns)[] open, bool isHeader, MainDocumentPart? main, int width)
    {
        var row = new Word.TableRow(new TableRowProperties(new CantSplit()));
        if (isHeader)
            row.TableRowProperties!.Append(new TableHeader());
        using var cells = Cells(html).GetEnumerator();
        for (var column = 0; column < open.Length;)
        {
            if (open[column].Rows > 0)
            {
                // A cell from above goes on here.
                var (rows, wide) = open[column];
                row.Append(new Word.TableCell(Properties(width / open.Length * wide, wide, MergedCellValues.Continue), HtmlToWord.Empty(DocxParts.CellLeft)));
                open[column] = (rows - 1, wide);
                column += wide;
                continue;
            }

            var cell = cells.MoveNext() ? cells.Current : null;
            var free = 1;
            while (column + free < open.Length && open[column + free].Rows == 0)
                free++;
            var span = Math.Min(Span(cell, "colspan"), free);
            var down = Span(cell, "rowspan");
            row.Append(Cell(cell, Properties(width / open.Length * span, span, down > 1 ? MergedCellValues.Restart : null), main, Math.Max(Narrowest, (width / open.Length * span) - Padding)));
            if (down > 1)
                open[column] = (down - 1, span);
            column += span;
        }

        return row;
    }

    private static Word.TableCell Cell(IElement? html, TableCellProperties properties, MainDocumentPart? main, int inside)
    {
        var made = new Word.TableCell(properties);
        var blocks = html is null ? [] : HtmlToWord.Blocks(html.InnerHtml, main, inside);
        foreach (var paragraph in blocks.OfType<Paragraph>())
            paragraph.ParagraphProperties!.ParagraphStyleId!.Val = html!.LocalName == "th" ? DocxParts.CellCentred : DocxParts.CellLeft;
        made.Append(blocks);
        // A cell ends with a paragraph.
        if (blocks is not [.., Paragraph])
            made.Append(HtmlToWord.Empty(DocxParts.CellLeft));
        return made;
    }

    private static TableCellProperties Properties(int wide, int span, MergedCellValues? merge)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(wide), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (merge is { } kind)
            properties.Append(new VerticalMerge { Val = kind });
        return properties;
    }

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(cell => cell.LocalName is "td" or "th");

    private static int Span(IElement? cell, string attribute) =>
        cell is not null && int.TryParse(cell.GetAttribute(attribute), CultureInfo.InvariantCulture, out var span) && span > 1 ? Math.Min(span, MostColumns) : 1;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
