using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.AnnualReports.Writing.Excel;

/// <summary>单元格样式, by index.</summary>
internal static class ExcelStyles
{
    public const uint Text = 0;
    public const uint Title = 1;
    public const uint Heading = 2;
    public const uint Label = 3;
    public const uint RowLabel = 4;
    public const uint Figure = 5;

    public static Stylesheet Make() => new(
        new Fonts(Of(11, false), Of(16, true), Of(12, true), Of(10, false)) { Count = 4 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(), Thin()) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            Format(0, 0, HorizontalAlignmentValues.Left),
            Format(1, 0, HorizontalAlignmentValues.Center),
            Format(2, 0, HorizontalAlignmentValues.Left),
            Format(3, 1, HorizontalAlignmentValues.Center),
            Format(3, 1, HorizontalAlignmentValues.Left),
            Format(3, 1, HorizontalAlignmentValues.Center))
        {
            Count = 6,
        });

    private static Font Of(double size, bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" });
        return font;
    }

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Format(uint font, uint border, HorizontalAlignmentValues align) =>
        new(new Alignment { Horizontal = align, Vertical = VerticalAlignmentValues.Center, WrapText = true }) { FontId = font, BorderId = border, FillId = 0, NumberFormatId = 0, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true };
}
