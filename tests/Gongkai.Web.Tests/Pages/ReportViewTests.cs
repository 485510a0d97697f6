using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;
using Gongkai.Web.Portal.Check.Result;

namespace Gongkai.Web.Tests.Pages;

/// <summary>结果视图: ways between findings, words and cells.</summary>
public sealed class ReportViewTests
{
    private static readonly SourcePlace s_line = new(Line: 7, Text: "本年收到政府信息公开申请8件，已办结8件。");

    [Fact]
    public void Marks_the_words_where_they_stand_and_not_where_they_also_occur()
    {
        var report = ReportWith(new NarrativeParagraph("去年收到申请8件。", new SourcePlace(Line: 6)), new NarrativeParagraph("本年收到政府信息公开申请8件，已办结8件。", s_line));

        var view = View(report, new Diagnostic("R047", Severity.Error, CheckResult.Fail, ["t3.received_new.total"], "不一致", s_line with { Text = "8件" }));

        Assert.Empty(view.Text.Pieces("s1", 0, report.Narrative["s1"]!.Paragraphs[0].Text).SelectMany(piece => piece.Findings));
        var pieces = view.Text.Pieces("s1", 1, report.Narrative["s1"]!.Paragraphs[1].Text).ToList();
        Assert.Equal(["本年收到政府信息公开申请", "8件", "，已办结8件。"], pieces.Select(piece => piece.Text));
        Assert.Equal([1], pieces[1].Starting);
        Assert.Equal(["r1-m1", "r1-t3.received_new.total"], view.Findings[0].Links.Select(link => link.Anchor));
    }

    [Fact]
    public void Cuts_overlapping_marks_into_runs()
    {
        var report = ReportWith(new NarrativeParagraph("收到申请8件，办结8件", s_line));

        var view = View(
            report,
            new Diagnostic("R047", Severity.Error, CheckResult.Fail, ["s1"], "一", s_line with { Text = "申请8件" }),
            new Diagnostic("R049", Severity.Error, CheckResult.Fail, ["s1"], "二", s_line with { Text = "8件，办结" }));

        Assert.Equal(
            [("收到", ""), ("申请", "1"), ("8件", "1,2"), ("，办结", "2"), ("8件", "")],
            view.Text.Pieces("s1", 0, "收到申请8件，办结8件").Select(piece => (piece.Text, string.Join(',', piece.Findings))));
    }

    [Fact]
    public void Never_seeks_the_figure_of_a_cell_among_the_sentences()
    {
        var place = new SourcePlace(Line: 90, Text: "8");
        var cells = new Cell[Form.F2021.Cells.Count];
        var index = Form.F2021.IndexOf("t3.received_new.total");
        cells[index] = Cell.Of(8) with { Source = place };
        var report = new Report(Form.F2021, cells) { Narrative = new Narrative([new NarrativeSection("s1", "一、总体情况", [new NarrativeParagraph("收到8件")])]) };

        var view = View(report, new Diagnostic("R023", Severity.Error, CheckResult.Fail, ["t3.received_new.total"], "不等", place));

        Assert.Equal(["r1-t3.received_new.total"], view.Findings[0].Links.Select(link => link.Anchor));
    }

    [Fact]
    public void Puts_errors_first_and_what_cannot_be_told_last()
    {
        var view = View(
            new Report(Form.F2021),
            new Diagnostic("R001", Severity.Error, CheckResult.NotAssessable, [], "甲"),
            new Diagnostic("R030", Severity.Info, CheckResult.Fail, [], "乙"),
            new Diagnostic("R040", Severity.Warning, CheckResult.Fail, [], "丙"),
            new Diagnostic("R050", Severity.Error, CheckResult.Fail, [], "丁"));

        Assert.Equal(["error", "warning", "info", "unknown"], view.Findings.Select(finding => finding.Kind));
        Assert.False(view.IsClean);
    }

    [Theory]
    [InlineData("s4", "r1-s4")]
    [InlineData("t2.art20_8", "r1-t2.art20_8")]
    [InlineData("t3.received_new", "r1-t3.received_new")]
    [InlineData("t3.refused", "r1-t3.refused")]
    [InlineData("t3.*.social_welfare_org", "r1-t3.*.social_welfare_org")]
    [InlineData("t4.review_total", "r1-t4.review_total")]
    public void Knows_every_kind_of_place_a_rule_may_name(string at, string anchor)
    {
        var view = View(new Report(Form.F2021), new Diagnostic("R005", Severity.Error, CheckResult.Fail, [at], "甲"));

        Assert.Equal(anchor, view.Findings[0].Links.Single().Anchor);
        Assert.Equal("error", view.KindAt(anchor));
    }

    [Fact]
    public void Shows_a_missing_cell_as_missing_and_never_as_nought()
    {
        var view = View(new Report(Form.Trial2019));

        Assert.All(view.Tables.SelectMany(table => table.Body).SelectMany(row => row.Figures), figure => Assert.Equal("缺", figure.Text));
    }

    private static ReportView View(Report report, params Diagnostic[] diagnostics) => new(1, "a.txt", new CheckedReport(report, diagnostics, [], []));

    private static Report ReportWith(params NarrativeParagraph[] paragraphs) => new(Form.F2021) { Narrative = new Narrative([new NarrativeSection("s1", "一、总体情况", paragraphs)]) };
}
