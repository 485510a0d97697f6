using System.Text;
using Gongkai.Formats.Reading;

namespace Gongkai.Formats.Tests.Pages;

public sealed class PdfReaderTests
{
    [Fact]
    public void Words_on_one_height_are_one_line_and_gaps_are_spaces()
    {
        var line = (TextLine)new PdfFile().Page().Put(300, 100, "12").Put(80, 101, "行政许可").Put(120, 101, "事项").Put(340, 100, "3").Read().Blocks.Single();

        Assert.Equal("行政许可事项 12 3", line.Text);
        Assert.Equal(new SourcePlace(Page: 1, Line: 1, Text: line.Text), line.Place);
        Assert.True(line.MayRunOn);
        Assert.Equal([80, 300, 340], line.Words.Select(word => (int)Math.Round(word.Left)));
    }

    [Fact]
    public void Figures_that_sit_lower_than_their_label_stay_with_it() =>
        Assert.Equal(["一、本年新收 5 5", "二、上年结转 0 0"],
            new PdfFile().Page().Put(80, 100, "一、本年新收").Put(300, 102.5, "5").Put(340, 102.5, "5").Put(80, 114, "二、上年结转").Put(300, 116.5, "0").Put(340, 116.5, "0").Read().Lines());

    [Fact]
    public void Figures_centred_beside_two_lines_make_their_own_line() =>
        Assert.Equal(["（二）部分公开（区分处理的，", "0 7", "不计其他情形）"],
            new PdfFile().Page().Put(80, 100, "（二）部分公开（区分处理的，").Put(300, 107, "0").Put(340, 107, "7").Put(80, 114, "不计其他情形）").Read().Lines());

    [Fact]
    public void A_label_down_the_side_tears_no_row() =>
        Assert.Equal(["三 1.属于国家秘密 0", "本", "年 2.其他禁止公开 1"],
            new PdfFile().Page().Put(60, 103, "三").Put(60, 112, "本").Put(60, 121, "年").Put(80, 100, "1.属于国家秘密").Put(300, 102, "0").Put(80, 122, "2.其他禁止公开").Put(300, 124, "1").Read().Lines());

    [Fact]
    public void Page_numbers_and_running_heads_are_left_out()
    {
        var file = new PdfFile();
        foreach (var page in Enumerable.Range(1, 4))
            file.Page().Put(250, 30, "云泽市人民政府").Put(80, 400, $"正文第{page}段").Put(290, 815, page % 2 == 0 ? $"{page}" : $"- {page} -");

        Assert.Equal(["正文第1段", "正文第2段", "正文第3段", "正文第4段"], file.Read().Lines());
    }

    [Fact]
    public void A_figure_inside_the_page_is_no_page_number() => Assert.Equal(["正文一段", "1"], new PdfFile().Page().Put(80, 300, "正文一段").Put(290, 400, "1").Read().Lines());

    [Fact]
    public void A_damaged_file_is_refused_with_advice()
    {
        Assert.SkipUnless(PdfFile.CanRead, "pdftotext is not installed");

        Assert.Contains("损坏", Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(Encoding.ASCII.GetBytes("%PDF-1.4\nnothing"), "a.pdf")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_says_what_to_do()
    {
        Assert.SkipUnless(PdfFile.CanRead, "pdftotext is not installed");

        var refused = Assert.ThrowsAny<Exception>(() => new PdfFile().Page().Read());

        Assert.True(refused is UnreadableFileException or ProgramMissingException);
        Assert.Contains("可以复制文字的版本", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("huaian-2024.pdf", "一、本年新收政府信息公开申请数量 3001 53 0 0 61 4 3119", "四、结转下年度继续办理 103 0 0 0 0 0 103", "72 64 178 37 351 13 4 8 1 26 12 1 1 6 20")]
    [InlineData("hongze-2024.pdf", "一、本年新收政府信息公开申请数量 95 0 0 0 0 0 95", "四、结转下年度继续办理 0 0 0 0 0 0 0", "1 1 0 0 2 1 0 0 0 1 2 0 1 0 3")]
    public void Real_reports_keep_labels_and_figures_in_order(string file, params string[] inOrder)
    {
        var document = Documents.Real(file);
        var lines = document.Lines().ToList();

        Assert.Equal(inOrder, lines.Where(inOrder.Contains));
        Assert.Equal("政府信息公开工作年度报告", document.Title);
        foreach (var label in new[] { "属于国家秘密", "其他法律行政", "三安全一稳定", "第三方合法权益", "内部事务信息", "过程性信息", "行政执法案卷", "行政查询事项", "不掌握相关", "没有现成信息", "申请内容仍不明确", "信访举报", "重复申请", "公开出版物", "无正当理由大量" })
            Assert.Matches(@" 1?\d?\d?\d 0?.*\d$", lines.Single(line => line.Contains(label, StringComparison.Ordinal) && char.IsDigit(line[^1])));
    }
}
