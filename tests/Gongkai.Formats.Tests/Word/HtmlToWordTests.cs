using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Writing;

namespace Gongkai.Formats.Tests.Word;

/// <summary>网页转 Word: what was written is valid, and reads back as it stood.</summary>
public sealed class HtmlToWordTests
{
    private const string Everything =
        "<h2>一、总体要求</h2><p>第一段<strong>加粗</strong><em>斜</em><u>线</u>H<sub>2</sub>O。</p><p class=\"align-right\">云泽市商务局</p><ul><li>甲</li><li><p>乙</p></li></ul><ol start=\"3\"><li>丙</li></ol>" +
        "<table><thead><tr><th colspan=\"2\">表头</th></tr></thead><tbody><tr><td rowspan=\"2\">甲</td><td>1</td></tr><tr><td>2<table><tr><td>内</td></tr></table></td></tr></tbody></table><blockquote><p>引文</p></blockquote>散文";

    [Theory]
    [InlineData(Everything)]
    [InlineData("")]
    [InlineData("<table><tr><td rowspan=\"9\">缺行</td></tr></table>")]
    [InlineData("<table><tr></tr></table>")]
    [InlineData("<table><tr><td colspan=\"3\">甲</td></tr><tr><td>乙</td><td rowspan=\"2\" colspan=\"2\">丙</td></tr><tr><td>丁</td></tr></table>")]
    public void Whatever_may_be_shown_makes_a_valid_document(string html)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Written(html)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath} {fault.Description}"));
    }

    [Fact]
    public void Text_lists_and_merged_cells_read_back_as_they_stood()
    {
        var read = DocumentReader.Read(Written(Everything.Replace("<table><tr><td>内</td></tr></table>", "", StringComparison.Ordinal)), "一.docx");

        var lines = read.Blocks.OfType<TextLine>().Select(line => line.Text.Trim()).Where(line => line.Length > 0).ToList();
        Assert.Equal(["一、总体要求", "第一段加粗斜线H2O。", "云泽市商务局", "• 甲", "• 乙", "3. 丙", "引文", "散文"], lines);
        var table = read.Blocks.OfType<Gongkai.Formats.Table>().First();
        Assert.Equal("表头", table.Rows[0].Cells[0].Text.Trim());
    }

    [Fact]
    public void A_picture_stands_in_the_file_no_wider_than_the_page_with_its_caption_below()
    {
        var picture = Convert.ToBase64String([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 8, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0]);
        using var package = WordprocessingDocument.Open(new MemoryStream(Written($"<p>上文</p><figure><img src=\"data:image/png;base64,{picture}\" alt=\"办理流程图\"><figcaption>图一 办理流程</figcaption></figure><p><img src=\"data:image/png;base64,不是图片\" alt=\"坏的\"></p>")), isEditable: false);

        var main = package.MainDocumentPart!;
        var drawn = Assert.Single(main.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline>());
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath} {fault.Description}"));
        Assert.Equal("办理流程图", drawn.DocProperties!.Description!.Value);
        Assert.Equal((8844 * 635, 8844 * 635 / 2), (drawn.Extent!.Cx!.Value, drawn.Extent.Cy!.Value));
        Assert.Single(main.ImageParts);
        Assert.Contains("图一 办理流程", main.Document.InnerText, StringComparison.Ordinal);
        Assert.Contains("［图片：坏的］", main.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_in_a_cell_stands_in_it_no_wider_than_the_cell()
    {
        var picture = Convert.ToBase64String([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 8, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0]);
        var image = $"<img src=\"data:image/png;base64,{picture}\" alt=\"流程图\">";
        using var package = WordprocessingDocument.Open(
            new MemoryStream(Written($"<table><tbody><tr><td>办理流程</td><td colspan=\"2\"><p>见图</p>{image}</td></tr><tr><th>{image}</th><td>甲</td><td><table><tr><td>{image}</td><td>乙</td></tr></table></td></tr></tbody></table>")), isEditable: false);

        var main = package.MainDocumentPart!;
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath} {fault.Description}"));
        Assert.Equal(3, main.ImageParts.Count());
        Assert.DoesNotContain("［图片", main.Document!.InnerText, StringComparison.Ordinal);
        Assert.All(main.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline>(), drawn =>
        {
            var cell = drawn.Ancestors<DocumentFormat.OpenXml.Wordprocessing.TableCell>().First();
            var wide = int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(drawn.Extent!.Cx!.Value, 400 * 635, wide * 635L);
        });
    }

    private static byte[] Written(string html)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            DocxParts.AddStyles(main);
            main.Document = new Document(new Body(HtmlToWord.Blocks(html, main)));
        }

        return stream.ToArray();
    }
}
