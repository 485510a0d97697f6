using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Gongkai.AnnualReports.Writing;

/// <summary>Excel 工作表: lines of text over the whole width, then perhaps a table; a page wide in print.</summary>
/// <param name="widths">Width of each column in characters.</param>
internal sealed class XlsxSheet(IReadOnlyList<double> widths)
{
    private const int MostInCell = 32_000;   // Excel takes 32,767
    private const double LineHeight = 17;

    private readonly SheetData _rows = new();
    private readonly MergeCells _merged = new();
    private uint _row;
    private (uint Row, int Column)? _freeze;

    /// <summary>True for a sheet printed across.</summary>
    public bool IsWide { get; init; }

    /// <summary>Rows to repeat on every printed page.</summary>
    public (uint First, uint Last)? HeaderRows { get; private set; }

    public void Line(string text, uint style)
    {
        // A paragraph that no cell can hold goes on in the next row.
        for (var at = 0; at == 0 || at < text.Length; at += MostInCell)
        {
            var part = text.Substring(at, Math.Min(MostInCell, text.Length - at));
            var lines = Math.Ceiling((part.Length * 2.1) / widths.Sum());
            var row = NextRow(Math.Min(400, Math.Max(1, lines) * LineHeight * (style == XlsxStyles.Title ? 2 : 1)));
            row.Append(TextCell(0, part, style));
            for (var column = 1; column < widths.Count; column++)
                row.Append(new SheetCell { CellReference = Name(column, _row), StyleIndex = style });
            Merge(0, widths.Count, 1);
        }
    }

    public void Table(Report report, TableLayout table)
    {
        var first = _row + 1;
        var open = new (LaidCell? Cell, int Left)[widths.Count];
        foreach (var laidRow in table.Rows)
        {
            var row = NextRow(Height(table, laidRow));
            var cells = laidRow.ToDictionary(cell => cell.Column);
            for (var column = 0; column < widths.Count;)
            {
                if (cells.TryGetValue(column, out var laid))
                {
                    Draw(row, report, laid);
                    Merge(column, laid.ColumnSpan, laid.RowSpan);
                    for (var covered = column; covered < column + laid.ColumnSpan; covered++)
                        open[covered] = (laid, laid.RowSpan - 1);
                    column += laid.ColumnSpan;
                    continue;
                }

                // Below a merged cell: drawn empty, for its border.
                row.Append(new SheetCell { CellReference = Name(column, _row), StyleIndex = Style(open[column].Cell!) });
                column++;
            }
        }

        if (table.HeaderRows > 0)
        {
            var body = table.Rows[table.HeaderRows][^1].Cell is null ? table.Rows[table.HeaderRows + 1] : table.Rows[table.HeaderRows];
            HeaderRows = (first, first + (uint)table.HeaderRows - 1);
            var labels = body.First(cell => cell.Kind == LaidKind.Figure).Column;
            _freeze = first + table.HeaderRows <= 12 ? (first + (uint)table.HeaderRows - 1, labels) : null;
        }
    }

    public Worksheet Finish()
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View()),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            new Columns(widths.Select((width, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = Math.Round(width, 2), CustomWidth = true })),
            _rows);
        if (_merged.HasChildren)
            sheet.Append(_merged);
        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.7, Right = 0.7, Top = 0.9, Bottom = 0.9, Header = 0.4, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = IsWide ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C— &P —")));
        return sheet;
    }

    private SheetView View()
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (_freeze is { } freeze)
        {
            var corner = Name(freeze.Column, freeze.Row + 1);
            var pane = new Pane { VerticalSplit = freeze.Row, TopLeftCell = corner, State = PaneStateValues.Frozen, ActivePane = PaneValues.BottomLeft };
            if (freeze.Column > 0)
            {
                pane.HorizontalSplit = freeze.Column;
                pane.ActivePane = PaneValues.BottomRight;
            }

            view.Append(pane, new Selection { Pane = pane.ActivePane, ActiveCell = corner, SequenceOfReferences = new ListValue<StringValue>([new StringValue(corner)]) });
        }

        return view;
    }

    private void Draw(Row row, Report report, LaidCell laid)
    {
        var style = Style(laid);
        if (laid.Cell is { } cell)
        {
            var value = report[cell.Index];
            var printed = Figure.Print(value, cell);
            row.Append(value is { State: CellState.Value or CellState.Recovered, Value: { } figure }
                ? new SheetCell { CellReference = Name(laid.Column, _row), StyleIndex = printed switch { ['+', ..] => XlsxStyles.SignedFigure, [.., '元'] => XlsxStyles.Yuan, _ => style }, CellValue = new CellValue(Figure.Plain(figure)) }
                : TextCell(laid.Column, printed, style));
        }
        else
        {
            row.Append(TextCell(laid.Column, laid.Text, style));
        }

        for (var covered = laid.Column + 1; covered < laid.Column + laid.ColumnSpan; covered++)
            row.Append(new SheetCell { CellReference = Name(covered, _row), StyleIndex = style });
    }

    private static uint Style(LaidCell cell) => cell.Kind switch
    {
        LaidKind.Figure => XlsxStyles.Figure,
        LaidKind.Caption => XlsxStyles.Caption,
        LaidKind.Corner or LaidKind.RowHeader => XlsxStyles.LabelLeft,
        _ => XlsxStyles.LabelCentred,
    };

    private double Height(TableLayout table, IReadOnlyList<LaidCell> row)
    {
        var lines = row.Where(cell => cell.RowSpan == 1 && cell.Text.Length > 0)
            .Select(cell => Math.Ceiling(cell.Text.Length * 2.2 / Enumerable.Range(cell.Column, cell.ColumnSpan).Sum(column => widths[column])));
        return LineHeight * Math.Max(table.Key == "t3" && row.Count == 5 ? 2 : 1, lines.DefaultIfEmpty(1).Max());
    }

    private Row NextRow(double height)
    {
        var row = new Row { RowIndex = ++_row, Height = height, CustomHeight = true };
        _rows.Append(row);
        return row;
    }

    private void Merge(int column, int columns, int rows)
    {
        if (columns > 1 || rows > 1)
            _merged.Append(new MergeCell { Reference = $"{Name(column, _row)}:{Name(column + columns - 1, _row + (uint)rows - 1)}" });
    }

    private SheetCell TextCell(int column, string text, uint style)
    {
        var cell = new SheetCell { CellReference = Name(column, _row), StyleIndex = style };
        if (text.Length > 0)
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return cell;
    }

    // No table of ours is wider than 26 columns.
    private static string Name(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
