using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Formats.Writing;

/// <summary>Word 样式: the styles of an official document (GB/T 9704): 小标宋 for the title, 黑体 for sections, 仿宋 for text; fonts with their substitutes; page numbers.</summary>
public static class DocxParts
{
    public const string Title = "Title";
    public const string SectionHeading = "Heading1";
    public const string SubHeading = "Heading2";
    public const string BodyText = "BodyText";
    public const string RunInHeading = "RunInHeading";
    public const string CellCentred = "CellCentred";
    public const string CellLeft = "CellLeft";
    public const string AfterTable = "AfterTable";
    public const string FormTable = "FormTable";

    private const string Song = "宋体";
    private const string FangSong = "仿宋_GB2312";
    private const string Hei = "黑体";
    private const string TitleSong = "方正小标宋简体";

    public static void AddStyles(MainDocumentPart main)
    {
        var body = new StyleParagraphProperties(new AdjustRightIndent { Val = false }, Lines("580"), new Indentation { FirstLineChars = 200, FirstLine = "640" }, new Justification { Val = JustificationValues.Both });
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(FangSong), new Kern { Val = 2 }, new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }, Chinese())),
                new ParagraphPropertiesDefault()),
            Style("Normal", "Normal", new StyleParagraphProperties(), new StyleRunProperties(), isDefault: true),
            Style(Title, "Title", new StyleParagraphProperties(new KeepNext(), Lines("640", after: "480"), new Justification { Val = JustificationValues.Center }), Font(TitleSong, "44")),
            Style(SectionHeading, "heading 1", new StyleParagraphProperties(new KeepNext(), Lines("580", before: "240"), new Indentation { FirstLineChars = 200, FirstLine = "640" }, new OutlineLevel { Val = 0 }), Font(Hei, "32")),
            Style(SubHeading, "heading 2", new StyleParagraphProperties(new KeepNext(), Lines("580"), new Indentation { FirstLineChars = 200, FirstLine = "640" }, new OutlineLevel { Val = 1 }), Font("楷体_GB2312", "32", bold: true)),
            Style(BodyText, "Body Text", body, new StyleRunProperties()),
            Style(CellCentred, "表格居中", Cell(JustificationValues.Center), Font(Song, "18")),
            Style(CellLeft, "表格居左", Cell(JustificationValues.Left), Font(Song, "18")),
            Style(AfterTable, "表后", new StyleParagraphProperties(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Exact }), Font(Song, "18")),
            Style("Footer", "footer", new StyleParagraphProperties(new Justification { Val = JustificationValues.Center }), Font(Song, "28")),
            new Style(new StyleName { Val = "行内标题" }, new StyleRunProperties(Fonts("楷体_GB2312"), new Bold())) { Type = StyleValues.Character, StyleId = RunInHeading, CustomStyle = true },
            TableStyle());
        main.AddNewPart<FontTablePart>("fonts").Fonts = new Fonts(
            Substitute(TitleSong, "FZXiaoBiaoSong-B05S"), Substitute(FangSong, "FangSong"), Substitute("楷体_GB2312", "KaiTi"), Substitute(Hei, "SimHei"), Substitute(Song, "SimSun"));
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
            new Zoom { Percent = "100" }, new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
    }

    /// <summary>A footer with the page number as official documents print it; returns the id of its part.</summary>
    public static string AddFooter(MainDocumentPart main)
    {
        main.AddNewPart<FooterPart>("footer").Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
            new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
            new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        return "footer";
    }

    private static StyleParagraphProperties Cell(JustificationValues alignment) =>
        new(new SpacingBetweenLines { Before = "20", After = "20", Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = alignment });

    private static Style TableStyle() => new(
        new StyleName { Val = "年报表格" },
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4, Color = "000000" }, new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
                new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "000000" }, new RightBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" }),
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 28, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 28, Type = TableWidthValues.Dxa })))
    { Type = StyleValues.Table, StyleId = FormTable, CustomStyle = true };

    private static Style Style(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        else
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (paragraph.HasChildren)
            style.Append(paragraph);
        if (run.HasChildren)
            style.Append(run);
        return style;
    }

    private static StyleRunProperties Font(string name, string size, bool bold = false)
    {
        var font = new StyleRunProperties(Fonts(name));
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return font;
    }

    private static RunFonts Fonts(string eastAsia) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = eastAsia, ComplexScript = "Times New Roman", Hint = FontTypeHintValues.EastAsia };

    private static Languages Chinese() => new() { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" };

    private static SpacingBetweenLines Lines(string exact, string? before = null, string? after = null)
    {
        var lines = new SpacingBetweenLines { Line = exact, LineRule = LineSpacingRuleValues.Exact };
        if (before is not null)
            lines.Before = before;
        if (after is not null)
            lines.After = after;
        return lines;
    }

    // 134 is the Chinese simplified character set; a reader's machine without the first font takes the second.
    private static Font Substitute(string name, string other) => new(
        new AltName { Val = other }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }, new Pitch { Val = FontPitchValues.Variable })
    { Name = name };
}
