using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.AnnualReports.Writing.Word;

/// <summary>公文样式: the faces and sizes of official documents; where a machine lacks a face, its word processor takes the nearest.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Section = "Heading1";
    public const string Part = "Heading2";
    public const string Cell = "TableText";

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Face("仿宋_GB2312", "Times New Roman"), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact }))),
        Of("Normal", "正文", null, new StyleParagraphProperties(new Indentation { FirstLine = "640", FirstLineChars = 200 }, new Justification { Val = JustificationValues.Both }), new StyleRunProperties(), isDefault: true),
        Of(Title, "标题", "Normal", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "480", Line = "700", LineRule = LineSpacingRuleValues.AtLeast }, new Indentation { FirstLine = "0", FirstLineChars = 0 }, new Justification { Val = JustificationValues.Center }),
            new StyleRunProperties(Face("方正小标宋简体", "Times New Roman"), new FontSize { Val = "44" })),
        Of(Section, "heading 1", "Normal", new StyleParagraphProperties(new KeepNext(), new OutlineLevel { Val = 0 }), new StyleRunProperties(Face("黑体", "Times New Roman"))),
        Of(Part, "heading 2", "Normal", new StyleParagraphProperties(new KeepNext(), new OutlineLevel { Val = 1 }), new StyleRunProperties(Face("楷体_GB2312", "Times New Roman"))),
        Of(Cell, "表格文字", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.AtLeast }, new Indentation { FirstLine = "0", FirstLineChars = 0 }, new Justification { Val = JustificationValues.Center }),
            new StyleRunProperties(Face("宋体", "Times New Roman"), new FontSize { Val = "19" })));

    private static RunFonts Face(string chinese, string latin) => new() { Ascii = latin, HighAnsi = latin, EastAsia = chinese, ComplexScript = latin };

    private static Style Of(string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (isDefault)
            style.Default = true;
        if (basedOn is not null)
            style.BasedOn = new BasedOn { Val = basedOn };
        style.PrimaryStyle = new PrimaryStyle();
        style.StyleParagraphProperties = paragraph;
        style.StyleRunProperties = run;
        return style;
    }
}
