using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Formats.Writing;

namespace Gongkai.Publishing;

/// <summary>Word 下载件: a public document in the form of an official one (GB/T 9704); the same document is the same file, byte by byte.</summary>
public static class PaperWord
{
    public static byte[] Of(Paper paper)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            DocxParts.AddStyles(main);
            var footer = DocxParts.AddFooter(main);
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(Body(paper, main, footer));
            var core = package.AddCoreFilePropertiesPart();
            PackageProperties.Add(core, paper.Title, paper.Facts.FirstOrDefault(fact => fact.Label == "发文机关").Value, "主动公开的政府信息");
            package.ChangeIdOfPart(main, "document");
            package.ChangeIdOfPart(core, "properties");
        }

        return FixedZip.Of(stream.ToArray());
    }

    private static Body Body(Paper paper, MainDocumentPart main, string footer)
    {
        var body = new Body(Line(DocxParts.Title, paper.Title));
        if (paper.Number is { } number)
            body.Append(Centred(number));
        if (paper.Mark is { } mark)
            body.Append(Centred($"（{mark}）"));
        body.Append(HtmlToWord.Blocks(paper.Html, main));
        foreach (var (i, name) in paper.Attachments.Index())
            body.Append(Line(DocxParts.BodyText, paper.NamedAttachment(i, name)));
        body.Append(Line(DocxParts.AfterTable, ""));
        foreach (var (label, value) in paper.Facts.Append(("永久地址", paper.Address)))
            body.Append(Line(DocxParts.CellLeft, $"{label}：{value}"));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1400, Gutter = 0 }));
        return body;
    }

    private static Paragraph Centred(string text)
    {
        var line = Line(DocxParts.BodyText, text);
        line.ParagraphProperties!.Append(new Indentation { FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = JustificationValues.Center });
        return line;
    }

    private static Paragraph Line(string style, string text)
    {
        var line = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
            line.Append(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return line;
    }
}
