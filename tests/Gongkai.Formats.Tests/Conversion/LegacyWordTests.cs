using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.Conversion;
using Gongkai.Formats.Tests.Pages;
using Gongkai.Formats.Tests.Word;

namespace Gongkai.Formats.Tests.Conversion;

public sealed class LegacyWordTests
{
    [Fact]
    public void A_doc_keeps_its_merged_cells()
    {
        var table = DocumentReader.Read(OldWordFile(), "report.doc").Tables().Single();

        Assert.Equal("三、办理结果|（一）予以公开|1\n（三）不予公开|1.属于国家秘密|2", table.Drawn());
        Assert.Equal([0, 1, 3], table.Rows[0].Cells.Select(cell => cell.Column));
        Assert.Equal(2, table.Rows[0].Cells[0].RowSpan);
    }

    [Fact]
    public void Rich_text_under_the_name_of_a_doc_is_read()
    {
        Assert.SkipUnless(PdfFile.IsInstalled("soffice"), "LibreOffice is not installed");
        var rich = @"{\rtf1\ansi\ansicpg936\uc1 \trowd\cellx2000\cellx4000\pard\intbl \u35268?\u31456?\cell 1\cell\row\pard\u23436?\par}";

        var document = DocumentReader.Read(Encoding.ASCII.GetBytes(rich), "report.doc");

        Assert.Equal(SourceFormat.Doc, document.Format);
        Assert.Equal("规章|1", document.Tables().Single().Drawn());
        Assert.Equal(["完"], document.Lines());
    }

    [Fact]
    public void A_web_archive_under_the_name_of_a_doc_is_read()
    {
        var html = string.Concat(Encoding.UTF8.GetBytes("<html><body><table><tr><td>规章<td>1</table>").Select(octet => $"={octet:X2}"));
        var archive = $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{html[..60]}=\r\n{html[60..]}\r\n--b--\r\n";

        Assert.Equal("规章|1", DocumentReader.Read(Encoding.ASCII.GetBytes(archive), "report.doc").Tables().Single().Drawn());
    }

    [Fact]
    public void Word_kept_as_one_xml_file_is_read()
    {
        var xml = $"<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body>{WordFile.P("一、总体情况")}{WordFile.Table(WordFile.Row(WordFile.Cell("规章"), WordFile.Cell("1")))}</w:body></w:wordDocument>";

        var document = DocumentReader.Read(Encoding.UTF8.GetBytes(xml), "report.doc");

        Assert.Equal(["一、总体情况"], document.Lines());
        Assert.Equal("规章|1", document.Tables().Single().Drawn());
    }

    private static byte[] OldWordFile()
    {
        Assert.SkipUnless(PdfFile.IsInstalled("soffice"), "LibreOffice is not installed");
        var docx = WordFile.Make(WordFile.P("一、总体情况") + WordFile.Table(
            WordFile.Row(WordFile.Cell("三、办理结果", "<w:vMerge w:val=\"restart\"/>"), WordFile.Cell("（一）予以公开", "<w:gridSpan w:val=\"2\"/>"), WordFile.Cell("1")),
            WordFile.Row(WordFile.Cell("", "<w:vMerge/>"), WordFile.Cell("（三）不予公开"), WordFile.Cell("1.属于国家秘密"), WordFile.Cell("2"))).Replace("<w:tblGrid/>",
            "<w:tblGrid><w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"900\"/></w:tblGrid>", StringComparison.Ordinal) + WordFile.P(""));
        return LibreOffice.Convert(docx, "docx", "doc:MS Word 97", ReadingLimits.Default, "");
    }
}
