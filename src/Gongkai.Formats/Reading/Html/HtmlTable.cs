using AngleSharp.Dom;
using Gongkai.Formats.Reading.Grids;

namespace Gongkai.Formats.Reading.Html;

/// <summary>网页表格: rows and cells with their spans; a span reaches no further than its group of rows.</summary>
internal static class HtmlTable
{
    private const int WidestSpan = 200;
    private const int TallestSpan = 5000;

    public static void Read(IElement element, DraftTable table, BlockBuilder blocks, Action<IElement, DraftCell> readCell, Action<string> caption)
    {
        foreach (var child in element.Children)
        {
            switch (child.LocalName)
            {
                case "caption":
                    caption(child.TextContent);
                    break;
                case "thead" or "tbody" or "tfoot":
                    Group(child, table, blocks, readCell);
                    break;
                case "tr":
                    Row(child, table, blocks, readCell, rowsLeft: TallestSpan);
                    break;
            }
        }
    }

    private static void Group(IElement group, DraftTable table, BlockBuilder blocks, Action<IElement, DraftCell> readCell)
    {
        var rows = group.Children.Where(child => child.LocalName == "tr" && HtmlFlow.IsShown(child)).ToArray();
        for (var at = 0; at < rows.Length; at++)
            Row(rows[at], table, blocks, readCell, rowsLeft: rows.Length - at);
    }

    private static void Row(IElement row, DraftTable table, BlockBuilder blocks, Action<IElement, DraftCell> readCell, int rowsLeft)
    {
        var cells = new List<DraftCell>();
        table.Rows.Add(cells);
        foreach (var child in row.Children)
        {
            if (child.LocalName is not ("td" or "th") || !HtmlFlow.IsShown(child))
                continue;
            blocks.CountCell();
            var down = Span(child, "rowspan", TallestSpan);
            var cell = new DraftCell { ColumnSpan = Math.Max(1, Span(child, "colspan", WidestSpan)), RowSpan = down == 0 ? rowsLeft : Math.Min(down, rowsLeft) };
            readCell(child, cell);
            cells.Add(cell);
        }
    }

    private static int Span(IElement cell, string attribute, int most) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) ? Math.Clamp(span, 0, most) : 1;
}
