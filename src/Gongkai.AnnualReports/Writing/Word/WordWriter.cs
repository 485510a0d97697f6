using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.AnnualReports.Writing.Word;

/// <summary>年报 Word 文档, laid out as an official document on A4.</summary>
internal static class WordWriter
{
    public static byte[] Write(Report report)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = ReportWriter.TitleOf(report);
            package.PackageProperties.Creator = report.Organ;
            package.PackageProperties.Subject = "政府信息公开工作年度报告";
            package.PackageProperties.Language = "zh-CN";
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }),
                new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
                new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
                new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
            main.Document = new Document(Body(report, main.GetIdOfPart(footer)));
        }

        return stream.ToArray();
    }

    /// <summary>A run with the text; characters that XML forbids are left out.</summary>
    public static Run TextOf(string text) => new(new Text(string.Concat(text.Where(c => c >= ' ' || c == '\t'))) { Space = SpaceProcessingModeValues.Preserve });

    private static Body Body(Report report, string footerId)
    {
        var body = new Body(Styled(WordStyles.Title, ReportWriter.TitleOf(report)));
        foreach (var section in PrintedSection.Of(report))
        {
            if (section.Heading is { } heading)
                body.Append(Styled(WordStyles.Section, heading));
            foreach (var paragraph in section.Paragraphs)
                body.Append(PrintedSection.IsHeading(paragraph) ? Styled(WordStyles.Part, paragraph) : new Paragraph(TextOf(paragraph)));
            if (section.Table is { } table)
            {
                body.Append(WordTable.Of(table));
                body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell })));
            }
        }

        if (report.Form is null)
            body.Append(new Paragraph(TextOf("本报告的统计表不是2019年试行格式或2021年格式，未作转换。")));

        // Margins of an official document: 37 mm above, 35 below, 28 left, 26 right.
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footerId },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1304, Gutter = 0 }));
        return body;
    }

    private static Paragraph Styled(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), TextOf(text));
}
