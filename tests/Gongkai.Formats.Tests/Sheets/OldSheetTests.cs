using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.Conversion;
using Gongkai.Formats.Tests.Hostile;
using Gongkai.Formats.Tests.Pages;

namespace Gongkai.Formats.Tests.Sheets;

public sealed class OldSheetTests
{
    [Fact]
    public void An_old_workbook_reads_like_a_new_one_and_its_damage_ends_in_advice()
    {
        Assert.SkipUnless(PdfFile.IsInstalled("soffice"), "LibreOffice is not installed");
        var workbook = LibreOffice.Convert(Encoding.UTF8.GetBytes(Flat), "fods", "xls:MS Excel 97", ReadingLimits.Default, "");

        var document = DocumentReader.Read(workbook, "report.xls");

        Assert.Equal(["三、收到和处理政府信息公开申请情况"], document.Lines());
        Assert.Equal("第二十条第（一）项\n规章|3|12.5", document.Tables().Single().Drawn());
        Assert.Equal(3, document.Tables().Single().Rows[0].Cells[0].ColumnSpan);

        var mutator = new Mutator(seed: 11);
        for (var times = 0; times < 300; times++)
        {
            var damaged = mutator.Next(workbook);
            if (DocumentReader.FormatOf(damaged, "a.xls") != SourceFormat.Xlsx)
                continue;
            var failure = Record.Exception(() => DocumentReader.Read(damaged, "a.xls"));
            Assert.True(failure is null or UnreadableFileException, $"mutation {times}: {failure}");
        }
    }

    private const string Flat =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet><table:table table:name=\"Sheet1\">"
        + "<table:table-row><table:table-cell table:number-columns-spanned=\"3\" office:value-type=\"string\"><text:p>第二十条第（一）项</text:p></table:table-cell></table:table-row>"
        + "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>规章</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"3\"/><table:table-cell office:value-type=\"float\" office:value=\"12.5\"/></table:table-row>"
        + "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>三、收到和处理政府信息公开申请情况</text:p></table:table-cell></table:table-row>"
        + "</table:table></office:spreadsheet></office:body></office:document>";
}
