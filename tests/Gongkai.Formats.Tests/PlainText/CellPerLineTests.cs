namespace Gongkai.Formats.Tests.PlainText;

public sealed class CellPerLineTests
{
    [Fact]
    public void A_blank_line_ends_the_row_and_a_lone_tab_is_an_empty_cell() =>
        Assert.Equal("第二十条第（一）项\n|规章\n行政许可|0|+2|",
            Documents.Read("\t第二十条第（一）项\n\n\t\n\t规章\n\n\t行政许可\n\t0\n\t+2\n\t\n").Tables()[0].Drawn());

    [Fact]
    public void A_torn_cell_is_one_cell() =>
        Assert.Equal("信息内容|本年新⏎制作数量|本年新⏎公开数量\n规章|0|0",
            Documents.Read("\t信息内容\n\t本年新\n制作数量\n\t本年新\n公开数量\n\n\t规章\n\t0\n\t0\n").Tables()[0].Drawn());

    [Fact]
    public void Two_blank_lines_or_a_heading_end_the_table()
    {
        var document = Documents.Read("\t规章\n\t0\n\t0\n\n\t许可\n\t0\n\t1\n\n\n三、收到和处理政府信息公开申请情况\n\t一、本年新收\n\t0\n\n\t二、上年结转\n\t0\n");

        Assert.Equal(2, document.Tables().Count);
        Assert.Equal(["三、收到和处理政府信息公开申请情况"], document.Lines());
    }

    [Fact]
    public void Paragraphs_indented_by_a_tab_are_text()
    {
        var document = Documents.Read("\t一、总体情况\n\t全市各级行政机关依法主动公开政府信息，不断提高公开的质量和实效，取得了新的进展。\n\n\t二、主动公开政府信息情况\n");

        Assert.Empty(document.Tables());
        Assert.Equal(3, document.Lines().Count());
    }
}
