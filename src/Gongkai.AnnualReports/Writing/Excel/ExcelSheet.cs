using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Gongkai.AnnualReports.Writing.Excel;

/// <summary>工作表: rows of text and figures with merged cells.</summary>
internal sealed class ExcelSheet
{
    private readonly SheetData _data = new();
    private readonly List<string> _merged = [];
    private uint _row;

    /// <summary>Number of the last row written.</summary>
    public uint LastRow => _row;

    /// <summary>A row with one line of text over the given columns.</summary>
    public void Line(string text, int columns, uint style)
    {
        _row++;
        _data.Append(new Row(TextCell(text, 0, style)) { RowIndex = _row });
        if (columns > 1)
            _merged.Add($"A{_row}:{Name(columns - 1)}{_row}");
    }

    public void Table(OfficialTable table)
    {
        foreach (var row in table.Rows)
        {
            _row++;
            var written = new Row { RowIndex = _row };
            var cells = row.Cells.ToDictionary(cell => cell.Column);
            for (var column = 0; column < table.Columns.Count; column++)
            {
                // Borders are drawn on every cell, the hidden ones of a merge too.
                if (!cells.TryGetValue(column, out var cell))
                {
                    written.Append(new SheetCell { CellReference = $"{Name(column)}{_row}", StyleIndex = ExcelStyles.Label });
                    continue;
                }

                written.Append(cell.Value is null ? TextCell(cell.Text, column, cell.IsRowHeader && cell.RowSpan == 1 ? ExcelStyles.RowLabel : ExcelStyles.Label) : Value(cell, column));
                if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
                    _merged.Add($"{Name(column)}{_row}:{Name(column + cell.ColumnSpan - 1)}{_row + cell.RowSpan - 1}");
            }

            _data.Append(written);
        }
    }

    /// <param name="widths">Widths of the columns in characters.</param>
    /// <param name="frozenRows">Rows that stay in sight.</param>
    /// <param name="landscape">Paper turned.</param>
    public Worksheet Make(IReadOnlyList<double> widths, uint frozenRows, bool landscape)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (frozenRows > 0)
            view.Append(new Pane { VerticalSplit = frozenRows, TopLeftCell = $"A{frozenRows + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = 18 },
            new Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
            _data);
        if (_merged.Count > 0)
            sheet.Append(new MergeCells(_merged.Select(reference => new MergeCell { Reference = reference })) { Count = (uint)_merged.Count });
        sheet.Append(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        sheet.Append(new PageSetup { PaperSize = 9, Orientation = landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        return sheet;
    }

    private SheetCell Value(OfficialCell cell, int column)
    {
        if (decimal.TryParse(cell.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure) && cell.Text[0] != '+')
            return new SheetCell(new CellValue(figure)) { CellReference = $"{Name(column)}{_row}", StyleIndex = ExcelStyles.Figure, DataType = CellValues.Number };
        return TextCell(cell.Text, column, ExcelStyles.Figure);
    }

    private SheetCell TextCell(string text, int column, uint style)
    {
        var cell = new SheetCell { CellReference = $"{Name(column)}{_row}", StyleIndex = style };
        if (text.Length == 0)
            return cell;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(string.Concat(text.Where(c => c >= ' ' || c is '\n' or '\t'))) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    private static string Name(int column) => ((char)('A' + column)).ToString();
}
