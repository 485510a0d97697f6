using Gongkai.Formats.Reading.Sheets;
using static Gongkai.Formats.Tests.Sheets.SheetFile;

namespace Gongkai.Formats.Tests.Sheets;

public sealed class XlsxReaderTests
{
    [Fact]
    public void Merged_ranges_become_spans()
    {
        var table = Read(("Sheet1", "visible", "<sheetData><row r=\"1\">" + Text("A1", "第二十条第（五）项") + "</row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c>" + Number("B2", "12") + Number("C2", "3")
            + "</row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c>" + Number("C3", "4") + "</row></sheetData><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B2:B3\"/></mergeCells>")).Tables().Single();

        Assert.Equal("第二十条第（五）项\n行政许可|12|3\n行政处罚|4", table.Drawn());
        Assert.Equal(3, table.Rows[0].Cells[0].ColumnSpan);
        Assert.Equal(2, table.Rows[1].Cells[1].RowSpan);
        Assert.Equal([0, 2], table.Rows[2].Cells.Select(cell => cell.Column));
    }

    [Fact]
    public void Blank_cells_between_keep_their_place() =>
        Assert.Equal("a||c\n|b|", Read(("Sheet1", "visible", "<sheetData><row r=\"1\">" + Text("A1", "a") + Text("C1", "c") + "</row><row r=\"2\">" + Text("B2", "b") + "</row></sheetData>")).Tables().Single().Drawn());

    [Fact]
    public void Headings_and_running_text_between_tables_are_lines()
    {
        var document = Read(("Sheet1", "visible", "<sheetData><row r=\"1\">" + Text("A1", "云泽市商务局2022年政府信息公开工作年度报告") + "</row><row r=\"2\">" + Text("A2", "规章") + Number("B2", "1")
            + "</row><row r=\"3\">" + Text("A3", "三、收到和处理政府信息公开申请情况") + "</row><row r=\"4\">" + Text("A4", "一、本年新收") + Number("B4", "5") + "</row></sheetData>"));

        Assert.Equal(["云泽市商务局2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"], document.Lines());
        Assert.Equal(["规章|1", "一、本年新收|5"], document.Tables().Select(table => table.Drawn()));
    }

    [Fact]
    public void Hidden_sheets_are_named_but_not_read()
    {
        var document = Read(("公开", "visible", "<sheetData><row>" + Text("A1", "甲") + Text("B1", "乙") + "</row></sheetData>"), ("底稿", "hidden", "<sheetData><row>" + Text("A1", "丙") + "</row></sheetData>"));

        Assert.Equal("甲|乙", document.Tables().Single().Drawn());
        Assert.Contains("底稿", document.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_percentages_read_as_people_see_them() =>
        Assert.Equal("2022-01-31|95%|2022-12-31|100000", Read(("Sheet1", "visible", "<sheetData><row>" + Number("A1", "44592", 1) + Number("B1", "0.95", 2) + Number("C1", "44926", 3) + Number("D1", "1E+05") + "</row></sheetData>")).Tables().Single().Drawn());

    [Theory]
    [InlineData(12.0, "12"), InlineData(0.30000000000000004, "0.3"), InlineData(104.9987, "104.9987"), InlineData(1e5, "100000"), InlineData(-2, "-2"), InlineData(11398889, "11398889")]
    public void Numbers_are_plain(double value, string text) => Assert.Equal(text, NumberText.Plain(value));

    [Fact]
    public void A_cell_far_away_costs_no_grid_in_between() =>
        Assert.Equal("a|\n|b", Read(("Sheet1", "visible", "<sheetData><row r=\"1\">" + Text("A1", "a") + "</row><row r=\"1048576\">" + Text("XFD1048576", "b") + "</row></sheetData>")).Tables().Single().Drawn());

    [Fact]
    public void A_merge_over_the_whole_sheet_is_no_trap() =>
        Assert.Equal("a", Read(("Sheet1", "visible", "<sheetData><row r=\"1\">" + Text("A1", "a") + Text("B1", "b") + "</row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")).Tables().Single().Drawn());
}
