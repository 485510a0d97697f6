using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Formats.Writing;

namespace Gongkai.AnnualReports.Writing;

/// <summary>Word 文档: a report in the official form, with headings for the outline and real tables with merged headers.</summary>
internal static class DocxWriter
{
    public static byte[] Write(Report report)
    {
        var outline = ReportOutline.Of(report);
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Parts are named here, for random names would make the same report a different file each time.
            var main = package.AddMainDocumentPart();
            DocxParts.AddStyles(main);
            var footer = DocxParts.AddFooter(main);
            main.Document = new Document(Body(report, outline, footer));
            var core = package.AddCoreFilePropertiesPart();
            PackageProperties.Add(core, outline.Title, ReportOutline.Clean(report.Organ ?? ""), "政府信息公开工作年度报告");
            package.ChangeIdOfPart(main, "document");
            package.ChangeIdOfPart(core, "properties");
        }

        return FixedZip.Of(stream.ToArray());
    }

    private static Body Body(Report report, ReportOutline outline, string footer)
    {
        var body = new Body();
        body.Append(Text(DocxParts.Title, outline.Title));
        body.Append(outline.Lead.Select(Paragraph));
        foreach (var section in outline.Sections)
        {
            if (section.Heading.Length > 0)
                body.Append(Text(DocxParts.SectionHeading, section.Heading));
            body.Append(section.Paragraphs.Select(Paragraph));
            if (section.Table is { } table)
            {
                body.Append(DocxTable.Of(report, table));
                body.Append(Text(DocxParts.AfterTable, ""));
            }
        }

        // Margins of official documents: the type area is 156 by 225 mm.
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1400, Gutter = 0 }));
        return body;
    }

    private static Paragraph Paragraph(OutlineParagraph paragraph)
    {
        if (paragraph.IsHeading)
            return Text(DocxParts.SubHeading, paragraph.Text);
        if (paragraph.Head == 0)
            return Text(DocxParts.BodyText, paragraph.Text);
        return new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = DocxParts.BodyText }),
            new Run(new RunProperties(new RunStyle { Val = DocxParts.RunInHeading }), Words(paragraph.Text[..paragraph.Head])),
            new Run(Words(paragraph.Text[paragraph.Head..])));
    }

    private static Paragraph Text(string style, string text)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
            paragraph.Append(new Run(Words(text)));
        return paragraph;
    }

    private static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
