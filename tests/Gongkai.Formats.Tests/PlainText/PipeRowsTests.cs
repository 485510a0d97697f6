namespace Gongkai.Formats.Tests.PlainText;

public sealed class PipeRowsTests
{
    [Theory]
    [InlineData("| 规章 | 1 | |\n| --- | --- | --- |\n| 许可 | 2 | 3 |\n")]
    [InlineData("规章 | 1 | |\n---|---|---\n许可 | 2 | 3\n")]
    [InlineData("|规章|1||\n|许可|2|3|")]
    [InlineData("│规章│1││\n│许可│2│3│")]
    public void The_first_row_is_a_row_like_any_other(string text) => Assert.Equal("规章|1|\n许可|2|3", Documents.Read(text).Tables()[0].Drawn());

    [Fact]
    public void Equal_rows_have_columns_and_unequal_ones_have_not()
    {
        Assert.False(Documents.Read("|a|b|\n|c|d|").Tables()[0].IsRagged);
        Assert.True(Documents.Read("|a|b|\n|c|d|e|").Tables()[0].IsRagged);
    }

    [Fact]
    public void An_escaped_bar_stays_in_its_cell() => Assert.Equal(["a|b", "c"], Documents.Read("| a\\|b | c |\n|---|---|").Tables()[0].Rows[0].Texts());

    [Fact]
    public void A_drawn_box_gives_one_row_between_rules() =>
        Assert.Equal("结果⏎维持|总计\n0|1", Documents.Read("┌──┬──┐\n│结果│总计│\n│维持│    │\n├──┼──┤\n│0   │1   │\n└──┴──┘\n").Tables()[0].Drawn());

    [Fact]
    public void A_line_of_links_is_text() => Assert.Empty(Documents.Read("首页 | 新闻 | 公开\n正文").Tables());
}
