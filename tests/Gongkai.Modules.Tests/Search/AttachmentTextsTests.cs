using Gongkai.Formats;
using Gongkai.Search.Feeding;

namespace Gongkai.Modules.Tests.Search;

/// <summary>附件文字: lines that a margin has cut are one again, also over the end of a page.</summary>
public sealed class AttachmentTextsTests
{
    [Fact]
    public void A_line_cut_at_the_margin_goes_on_in_the_next_and_a_paragraph_ends()
    {
        var pages = AttachmentTexts.Pages(Document(Line("第一条 为规范科技创新券的", 1), Line("管理，制定本办法。", 1), Line("第二条 本办法所称", 1), Line("创新券，是指电子凭证。", 2)));

        Assert.Equal(
            [new AttachmentTexts.Page(1, "第一条 为规范科技创新券的管理，制定本办法。\n第二条 本办法所称", RunsOn: false), new AttachmentTexts.Page(2, "创新券，是指电子凭证。", RunsOn: true)],
            pages);
    }

    [Fact]
    public void Latin_words_are_not_glued_together() =>
        Assert.Equal("open government", Assert.Single(AttachmentTexts.Pages(Document(Line("open", 1), Line("government", 1)))).Text);

    [Fact]
    public void Cells_of_a_table_stand_apart()
    {
        var place = new SourcePlace(Page: 1);
        var table = new Table([new TableRow([new TableCell("单位", 0, place), new TableCell("金额", 1, place)]), new TableRow([new TableCell("科技局", 0, place), new TableCell("12", 1, place)])], place);

        Assert.Equal("单位 金额\n科技局 12", Assert.Single(AttachmentTexts.Pages(Document(table))).Text);
    }

    private static NeutralDocument Document(params Block[] blocks) => new("文件.pdf", SourceFormat.Pdf, blocks);

    private static TextLine Line(string text, int page) => new(text, new SourcePlace(Page: page)) { MayRunOn = true };
}
