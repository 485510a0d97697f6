using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Tests.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public void Spans_are_resolved_to_columns()
    {
        var table = Page("<table><tr><td colspan=3 rowspan=2>角</td><td colspan=2>申请人</td></tr><tr><td>自然人</td><td>总计</td></tr>"
            + "<tr><td rowspan=2>三</td><td colspan=2>（一）</td><td>1</td><td>2</td></tr><tr><td>不予</td><td>1.</td><td>3</td><td>4</td></tr></table>").Tables().Single();

        Assert.Equal([[0, 3], [3, 4], [0, 1, 3, 4], [1, 2, 3, 4]], table.Rows.Select(row => row.Cells.Select(cell => cell.Column).ToArray()));
        Assert.Equal((3, 2), (table.Rows[0].Cells[0].ColumnSpan, table.Rows[0].Cells[0].RowSpan));
        Assert.Equal(new SourcePlace(Paragraph: 1, Table: 1, Row: 4, Column: 5, Text: "4"), table.Rows[3].Cells[3].Place);
    }

    [Theory]
    [InlineData("<table><tr><td rowspan=99999 colspan=99999>a</td><td>b</td></tr><tr><td>c</td></tr></table>")]
    [InlineData("<table><tr><td rowspan=0 colspan=0>a</td><td>b</td></tr><tr><td colspan=x rowspan=-4>c</td></tr></table>")]
    [InlineData("<table><tr><td colspan=2>a<td>b<tr><td>c</table>")]
    public void A_faulty_grid_keeps_the_order_of_cells(string html) => Assert.Equal("a|b\nc", Page(html).Tables().Single().Drawn());

    [Fact]
    public void Line_breaks_and_blocks_in_a_cell_are_lines_of_it() =>
        Assert.Equal("自然⏎人|0|", Page("<table><tr><td>自然<br>人</td><td><p>&nbsp;0&nbsp;</p></td><td>&nbsp;</td></tr></table>").Tables().Single().Drawn());

    [Fact]
    public void A_table_around_tables_is_layout()
    {
        var document = Page("<table><tr><td><p>一、总体情况</p><table><tr><td>规章</td><td>1</td></tr></table><p>末段</p></td></tr></table>");

        Assert.Equal(["一、总体情况", "末段"], document.Lines());
        Assert.Equal("规章|1", document.Tables().Single().Drawn());
    }

    [Fact]
    public void A_small_table_in_a_data_table_stays_in_its_cell() =>
        Assert.Equal("a|b|c|x\nd|e 1|f|y",
            Page("<table><tr><td>a<td>b<td>c<td>x</tr><tr><td>d<td><table><tr><td>e<td>1</table><td>f<td>y</tr></table>").Tables().Single().Drawn());

    [Fact]
    public void What_a_browser_does_not_show_is_not_read() =>
        Assert.Equal(["甲", "丁"], Page("<script>var a='<p>乙</p>'</script><style>p{}</style><p>甲</p><p style='display: none'>乙</p><div hidden>丙</div><nav>导航</nav><p>丁</p><footer>页脚</footer>").Lines());

    [Fact]
    public void The_article_comes_without_the_menus_around_it()
    {
        var document = Page("<div class=top><ul><li><a href=#>首页</a></li><li><a href=#>政务公开</a></li></ul></div><h1>云泽市商务局2022年政府信息公开工作年度报告</h1>"
            + "<div class=info>发布时间：2023-01-20 来源：云泽市商务局</div><div class=c><p>引言一段，说明编制依据和统计期限。</p><div><p>一、总体情况</p><p>全年平稳。</p><p>二、主动公开政府信息情况</p>"
            + "<p>六、其他需要报告的事项</p></div></div><div class=links><a href=#>友情链接甲</a><a href=#>友情链接乙</a></div>");

        Assert.Equal(["云泽市商务局2022年政府信息公开工作年度报告", "发布时间：2023-01-20 来源：云泽市商务局", "引言一段，说明编制依据和统计期限。", "一、总体情况", "全年平稳。",
            "二、主动公开政府信息情况", "六、其他需要报告的事项"], document.Lines());
    }

    [Fact]
    public void Page_metadata_becomes_lines()
    {
        var document = Documents.Read("<html><head><title>标题甲</title><meta name=PubDate content='2023-01-20 10:00'><meta name='ContentSource' content='云泽市商务局'></head><body><p>正文</p></body></html>", "a.htm");

        Assert.Equal("标题甲", document.Title);
        Assert.Equal(["发布时间：2023-01-20 10:00", "来源：云泽市商务局", "正文"], document.Lines());
    }

    [Fact]
    public void A_page_in_gb18030_reads_whatever_it_declares()
    {
        var bytes = TextDecoding.Gb18030.GetBytes("<html><head><meta charset=utf-8></head><body><p>一、总体情况</p></body></html>");

        Assert.Equal(["一、总体情况"], DocumentReader.Read(bytes, "a.html").Lines());
    }

    [Fact]
    public void A_line_end_in_the_source_parts_no_chinese_words() =>
        Assert.Equal(["政府信息公开 2022 年"], Page("<p>政府\n    信息公开\n 2022 年</p>").Lines());

    [Fact]
    public void A_page_that_calls_itself_a_word_file_is_read_as_a_page() =>
        Assert.Equal(SourceFormat.Html, DocumentReader.Read(Encoding.UTF8.GetBytes("<html><body><p>一</p></body></html>"), "report.doc").Format);

    [Fact]
    public void Pictures_without_a_table_are_pointed_out() => Assert.Contains("图片", Page("<p>二、主动公开</p><img src=a.png>").Notes.Single(), StringComparison.Ordinal);

    private static NeutralDocument Page(string body) => Documents.Read($"<!DOCTYPE html><html><body>{body}</body></html>", "page.html");
}
