using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>示例报告: the samples that come with the repository say what their README says.</summary>
public sealed class SampleReportTests
{
    private static readonly string s_samples = Path.Combine(RepositoryFiles.Root, "data", "samples");

    [Theory]
    [InlineData("云泽市科学技术局2024年报告.docx")]
    [InlineData("云泽市科学技术局2024年报告.pdf")]
    [InlineData("云泽市科学技术局2024年报告.html")]
    [InlineData("云泽市科学技术局2024年报告.xlsx")]
    [InlineData("云泽市科学技术局2024年报告.json")]
    [InlineData("每格一行-云泽市科学技术局2024年报告.txt")]
    [InlineData("连写-云泽市科学技术局2024年报告.txt")]
    [InlineData("折行-云泽市科学技术局2024年报告.txt")]
    [InlineData("竖线表格-云泽市科学技术局2024年报告.md")]
    [InlineData("云泽市云溪县水务局2020年报告.docx")]
    [InlineData("网站页面-云泽市云溪县水务局2020年报告.html")]
    public void Every_layout_holds_the_same_figures(string file)
    {
        var expected = Read(file.Contains("2020", StringComparison.Ordinal) ? "云泽市云溪县水务局2020年报告.txt" : "云泽市科学技术局2024年报告.txt");

        var report = Read(file);

        Assert.Equal((expected.Organ, expected.Year, expected.Edition), (report.Organ, report.Year, report.Edition));
        Assert.All(expected.Form!.Cells, cell => Assert.Equal((cell.Path, expected[cell.Index].Value), (cell.Path, report[cell.Index].Value)));
    }

    [Fact]
    public void The_figures_are_those_written_by_hand()
    {
        var report = Read("云泽市科学技术局2024年报告.txt");

        Assert.Equal([17m, 1, 17, 1], new[] { "received_new", "carried_in", "handled_total", "carried_out" }.Select(row => report[$"t3.{row}.total"].Value!.Value));
        Assert.Equal(4, report["t3.unavailable_not_held.total"].Value);
        Assert.Equal(12, report["t2.art20_1.normative_documents.in_force"].Value);
        Assert.Equal(1, report["t4.review_upheld"].Value);
    }

    [Theory]
    [InlineData("云泽市科学技术局2024年报告.txt", "")]
    [InlineData("连写-云泽市科学技术局2024年报告.txt", "")]
    [InlineData("云泽市云溪县水务局2023年报告（有错）.txt", "R021 R024 R033 R047")]
    [InlineData("云泽市云溪县水务局2020年报告.txt", "")]
    [InlineData("折行-云泽市科学技术局2024年报告.txt", "")]
    [InlineData("竖线表格-云泽市科学技术局2024年报告.md", "")]
    [InlineData("网站页面-云泽市云溪县水务局2020年报告.html", "")]
    [InlineData("缺行-云泽市云溪县水务局2020年报告.txt", "R005")]
    public void Its_errors_are_those_planted(string file, string rules)
    {
        var check = Checker.Check(new Subject(Read(file)));

        Assert.Equal(rules, string.Join(' ', check.Diagnostics.Where(diagnostic => diagnostic is { Severity: Severity.Error, Result: CheckResult.Fail }).Select(diagnostic => diagnostic.Rule).Distinct()));
    }

    [Theory]
    [InlineData("云泽市科学技术局2020年报告.docx", "jining-science-2020.txt")]
    [InlineData("云泽市工业和信息化局2020年报告.pdf", "jining-miit-2020.txt")]
    [InlineData("云泽市云溪县商务局2020年报告.html", "jiaxiang-commerce-2020.txt")]
    [InlineData("云泽市云溪县工业信息化科技局2020年报告.xlsx", "tongjiang-2020.txt")]
    [InlineData("云泽市云阳区工业和信息化局2022年报告.docx", "jiyang-2022.txt")]
    public void The_five_bodies_carry_the_figures_of_five_published_reports(string file, string published)
    {
        var real = Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS");
        Assert.SkipUnless(real is not null, "GONGKAI_REAL_DOCUMENTS is not set");
        var expected = Assert.Single(ReportReader.Read(File.ReadAllBytes(Path.Combine(real, "data", "annual-reports", published)), published));

        var report = Read(file, "bodies");

        var told = expected.Form!.Cells.Where(cell => expected[cell.Index].State != CellState.Missing).ToList();
        Assert.True(told.Count > 150, $"{told.Count}");
        Assert.All(told, cell => Assert.Equal((cell.Path, expected[cell.Index].Value), (cell.Path, report[cell.Index].Value)));
    }

    [Fact]
    public void The_five_bodies_have_no_errors() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(s_samples, "bodies")), path => Assert.Empty(
            Checker.Check(new Subject(Read(Path.GetFileName(path), "bodies"))).Diagnostics.Where(one => one is { Severity: Severity.Error, Result: CheckResult.Fail }).Select(one => one.Message)));

    [Fact]
    public void Lost_rows_are_missing_and_not_nought()
    {
        var report = Read("缺行-云泽市云溪县水务局2020年报告.txt");

        var lost = Form.Trial2019.Cells.Where(cell => report[cell.Index].State == CellState.Missing).Select(cell => cell.Row.Key).Distinct();
        Assert.Equal(["not_processed_excessive", "not_processed_confirmation"], lost);
    }

    [Fact]
    public void The_page_around_a_report_says_when_it_was_published() =>
        Assert.Equal(new DateOnly(2021, 1, 22), Read("网站页面-云泽市云溪县水务局2020年报告.html").PublishedOn);

    [Fact]
    public void The_old_statistics_of_2018_get_no_table() => Assert.Equal(Report.OtherEdition, Read("旧格式-云泽市云溪县水务局2018年报告.txt").Edition);

    private static Report Read(string file, string folder = "layouts")
    {
        try
        {
            return Assert.Single(ReportReader.Read(File.ReadAllBytes(Path.Combine(s_samples, folder, file)), file));
        }
        catch (ProgramMissingException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }
}
