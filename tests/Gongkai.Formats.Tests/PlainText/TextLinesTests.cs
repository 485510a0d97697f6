namespace Gongkai.Formats.Tests.PlainText;

public sealed class TextLinesTests
{
    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        var document = Documents.Read("一、总体情况\r\n\r\n二、主动公开\n三、收到\r四、复议");

        Assert.Equal([(1, "一、总体情况"), (3, "二、主动公开"), (4, "三、收到"), (5, "四、复议")],
            document.Blocks.Cast<TextLine>().Select(line => (line.Place.Line!.Value, line.Text)));
    }

    [Fact]
    public void A_form_feed_begins_a_page_and_leaves_no_mark()
    {
        var lines = Documents.Read("甲\n\f乙\n丙\n\f丁").Blocks;

        Assert.Equal([1, 2, 2, 3], lines.Select(line => line.Place.Page!.Value));
        Assert.Equal("乙", ((TextLine)lines[1]).Text);
    }

    [Theory]
    [InlineData("- 3 -"), InlineData("-3-"), InlineData("— 3 —"), InlineData("－１２－"), InlineData("第 3 页"), InlineData("第3页 共10页"), InlineData("–3–"), InlineData("3 / 10"), InlineData("1/2"), InlineData("Page 3 of 10")]
    public void A_lone_page_number_is_left_out(string number) => Assert.Equal(["甲", "乙"], Documents.Read($"甲\n  {number} \n乙").Lines());

    [Theory]
    [InlineData("-3"), InlineData("3"), InlineData("--"), InlineData("第三页"), InlineData("- 3 - 5 -"), InlineData("第3页见附件"), InlineData("5 / 3"), InlineData("1/2/3"), InlineData("/ 10")]
    public void What_only_looks_like_one_stays(string line) => Assert.Equal([line], Documents.Read(line).Lines());

    [Fact]
    public void One_huge_line_stays_one_line()
    {
        var text = string.Concat(Enumerable.Repeat("全市主动公开政府信息。", 5000));

        Assert.Equal([text], Documents.Read(text).Lines());
    }

    [Fact]
    public void Text_cut_at_a_margin_may_run_on()
    {
        var paragraph = string.Join('\n', Enumerable.Repeat("全市各级行政机关依法主动公开政府信息并不断提高公开的质量和实效", 12));

        Assert.All(Documents.Read($"一、总体情况\n{paragraph}\n完。").Blocks.Cast<TextLine>(), line => Assert.True(line.MayRunOn));
    }

    [Fact]
    public void Whole_paragraphs_do_not_run_on()
    {
        var paragraphs = string.Join('\n', Enumerable.Range(1, 12).Select(n => string.Concat(Enumerable.Repeat("全市主动公开政府信息", n)) + "。"));

        Assert.All(Documents.Read(paragraphs).Blocks.Cast<TextLine>(), line => Assert.False(line.MayRunOn));
    }
}
