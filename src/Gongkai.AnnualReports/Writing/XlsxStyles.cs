using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.AnnualReports.Writing;

/// <summary>Excel 样式: few, and named by what they are for.</summary>
internal static class XlsxStyles
{
    public const uint Title = 1;
    public const uint Heading = 2;
    public const uint SubHeading = 3;
    public const uint Text = 4;
    public const uint LabelLeft = 5;
    public const uint LabelCentred = 6;
    public const uint Caption = 7;
    public const uint Figure = 8;

    /// <summary>A change that the report prints with its plus sign; the number stays a number.</summary>
    public const uint SignedFigure = 9;

    /// <summary>An amount that the form wants with its unit.</summary>
    public const uint Yuan = 10;

    private const uint SignedFormat = 164;
    private const uint YuanFormat = 165;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = SignedFormat, FormatCode = "+0;-0;0" }, new NumberingFormat { NumberFormatId = YuanFormat, FormatCode = "General\"元\"" }) { Count = 2 },
        new Fonts(Font("宋体", 11), Font("方正小标宋简体", 20), Font("黑体", 14), Font("宋体", 11, bold: true), Font("仿宋_GB2312", 12)) { Count = 5 },
        Fills(),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lines()) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Formats(),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    // The first two are Excel's own.
    private static Fills Fills() => new(
        new Fill(new PatternFill { PatternType = PatternValues.None }),
        new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
        new Fill(new PatternFill(new ForegroundColor { Rgb = "FFDCE6F2" }) { PatternType = PatternValues.Solid }));

    /// <summary>In the order of the constants above.</summary>
    private static CellFormats Formats() => new(
        Format(0, HorizontalAlignmentValues.General),
        Format(1, HorizontalAlignmentValues.Center),
        Format(2, HorizontalAlignmentValues.Left),
        Format(3, HorizontalAlignmentValues.Left),
        Format(4, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top),
        Format(0, HorizontalAlignmentValues.Left, border: 1),
        Format(0, HorizontalAlignmentValues.Center, border: 1),
        Format(0, HorizontalAlignmentValues.Left, border: 1, fill: 2),
        Format(0, HorizontalAlignmentValues.Center, border: 1),
        Format(0, HorizontalAlignmentValues.Center, border: 1, number: SignedFormat),
        Format(0, HorizontalAlignmentValues.Center, border: 1, number: YuanFormat));

    private static Font Font(string name, double size, bool bold = false)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = name }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Border Lines() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Format(uint font, HorizontalAlignmentValues across, VerticalAlignmentValues? down = null, uint border = 0, uint fill = 0, uint number = 0) =>
        new(new Alignment { Horizontal = across, Vertical = down ?? VerticalAlignmentValues.Center, WrapText = true })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = fill > 0,
            ApplyBorder = border > 0,
            ApplyNumberFormat = number > 0,
            ApplyAlignment = true,
        };
}
