namespace Gongkai.Formats.Tests.PlainText;

public sealed class MarkdownTests
{
    [Fact]
    public void Marks_go_and_words_stay() =>
        Assert.Equal(["一、总体情况", "主动公开 12 条，见 公告。", "受理5件", "1.属于国家秘密"],
            Documents.Read("## 一、总体情况\n\n主动公开 **12** 条，见 [公告](http://example.invalid/a)。\n- 受理`5`件\n1.属于国家秘密", "a.md").Lines());

    [Fact]
    public void Stars_in_a_text_file_stay_as_they_are() => Assert.Equal(["**一是**加强学习"], Documents.Read("**一是**加强学习").Lines());

    [Fact]
    public void Marks_in_cells_go() => Assert.Equal("结果\n维持", Documents.Read("|**结果**<br>维持|1|\n|---|---|", "a.md").Tables()[0].Rows[0].Cells[0].Text);

    [Fact]
    public void A_table_written_as_html_keeps_its_merges()
    {
        var document = Documents.Read("## 二、主动公开\n<table>\n<tr><td colspan=2>甲</td></tr>\n<tr><td>乙</td><td>1</td></tr>\n</table>\n完", "a.md");

        Assert.Equal("甲\n乙|1", document.Tables().Single().Drawn());
        Assert.Equal(2, document.Tables().Single().Place.Line);
        Assert.Equal(["二、主动公开", "完"], document.Lines());
    }
}
