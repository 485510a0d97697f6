namespace Gongkai.Formats.Tests.PlainText;

public sealed class TabGridTests
{
    [Fact]
    public void Keeps_every_empty_cell()
    {
        var table = Assert.Single(Documents.Read("三、收到和处理情况\n\t\t自然人\t总计\t\n一、本年新收\t\t5\t5\t\n四、结转\t\t\t\t\n").Tables());

        Assert.True(table.IsRagged);
        Assert.Equal("||自然人|总计|\n一、本年新收||5|5|\n四、结转||||", table.Drawn());
        Assert.Equal(new SourcePlace(Line: 3, Table: 1, Row: 2, Column: 3, Text: "5"), table.Rows[1].Cells[2].Place);
    }

    [Fact]
    public void A_torn_label_inside_stays_a_row_of_its_own() =>
        Assert.Equal("8.属于行政查询事|0|0\n项\n（四）无法提供|1|1",
            Documents.Read("8.属于行政查询事\t0\t0\n项\n（四）无法提供\t1\t1").Tables()[0].Drawn());

    [Fact]
    public void A_blank_line_inside_does_not_end_a_table_that_goes_on()
    {
        var table = Assert.Single(Documents.Read("规章\t1\t2\t3\n\n行政规范性文件\t4\t5\t6\n").Tables());

        Assert.Equal(2, table.Rows.Count);
    }

    [Fact]
    public void A_blank_line_parts_tables_of_different_width() =>
        Assert.Equal(2, Documents.Read("四、结转\t0\t0\t0\n（七）总计\t0\t0\t0\n\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\n").Tables().Count);

    [Fact]
    public void A_rule_line_is_no_row() =>
        Assert.Equal("0|0|0|0\n1|1|1|1", Documents.Read("0\t0\t0\t0\n---\t---\t---\t---\n1\t1\t1\t1").Tables()[0].Drawn());

    [Fact]
    public void A_heading_ends_the_table()
    {
        var document = Documents.Read("规章\t1\t2\n行政规范性文件\t1\t2\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t1\t2\n四、结转下年度继续办理\t1\t2");

        Assert.Equal(2, document.Tables().Count);
        Assert.Equal(["三、收到和处理政府信息公开申请情况"], document.Lines());
    }

    [Theory]
    [InlineData("联系电话：\t0000-1234567"), InlineData("\t全市认真落实各项要求。"), InlineData("全市认真落实各项要求。\t")]
    public void A_tab_alone_makes_no_table(string text) => Assert.Empty(Documents.Read($"一、总体情况\n{text}\n二、其他").Tables());
}
