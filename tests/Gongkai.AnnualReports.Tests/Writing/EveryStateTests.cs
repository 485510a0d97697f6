using System.ComponentModel;
using System.Diagnostics;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Writing;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>写出再读入: what is written reads back to the same figures and states, cell by cell.</summary>
public sealed class EveryStateTests
{
    public static TheoryData<OutputFormat, string> Documents => new(
        from format in new[] { OutputFormat.Docx, OutputFormat.Html, OutputFormat.Xlsx, OutputFormat.Json }
        from form in Form.All
        select (format, form.Edition));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Gives_the_same_figures_states_and_text(OutputFormat format, string edition)
    {
        for (var seed = 0; seed < 40; seed++)
            AssertComesBack(MadeUpReports.Of(Form.Of(edition)!, seed), format);
    }

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    public void Gives_the_same_figures_and_states_from_a_printed_page(string edition)
    {
        Assert.SkipUnless(IsInstalled("chromium", "--version") && IsInstalled("pdftotext", "-v"), "PDF needs chromium and pdftotext");

        for (var seed = 0; seed < 3; seed++)
            AssertComesBack(MadeUpReports.Of(Form.Of(edition)!, seed), OutputFormat.Pdf);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Prints_what_is_lost_or_unclear_as_missing(OutputFormat format, string edition)
    {
        var form = Form.Of(edition)!;
        var cells = form.Cells.Select(cell => cell.Row.Optional ? default : Cell.Of(cell.Index % 7)).ToArray();
        cells[3] = default;
        cells[4] = new Cell(CellState.Ambiguous) { Raw = "12", Alternatives = [1, 12] };
        cells[5] = new Cell(CellState.Recovered, 8) { Note = "由合计推出" };

        var back = Back(new Report(form, cells) { Organ = "云泽市", Year = 2022, Title = "云泽市2022年政府信息公开工作年度报告" }, format);

        var exact = format == OutputFormat.Json;
        Assert.Equal((CellState.Missing, exact ? CellState.Ambiguous : CellState.Missing), (back[3].State, back[4].State));
        Assert.Equal((exact ? CellState.Recovered : CellState.Value, 8), (back[5].State, back[5].Value));
    }

    [Theory]
    [InlineData(OutputFormat.Docx)]
    [InlineData(OutputFormat.Html)]
    [InlineData(OutputFormat.Xlsx)]
    [InlineData(OutputFormat.Json)]
    public void Keeps_other_handling_as_the_one_row_a_report_has(OutputFormat format)
    {
        var form = Form.F2021;
        var cells = form.Cells.Select(cell => cell.Row.Key.StartsWith("other_", StringComparison.Ordinal) && cell.Table.Key == "t3" ? cell.Row.Optional ? Cell.Of(cell.Index % 5) : default : Cell.Of(2)).ToArray();

        AssertComesBack(new Report(form, cells) { Organ = "云泽市", Year = 2022, Title = "云泽市2022年政府信息公开工作年度报告" }, format);
    }

    [Theory]
    [InlineData(OutputFormat.Docx)]
    [InlineData(OutputFormat.Html)]
    [InlineData(OutputFormat.Xlsx)]
    public void Invents_no_tables_for_a_report_of_neither_form(OutputFormat format)
    {
        var report = new Report(null)
        {
            Organ = "云泽市科学技术局",
            Year = 2018,
            Title = "云泽市科学技术局2018年政府信息公开工作年度报告",
            Narrative = new Narrative(
            [
                MadeUpReports.Section("s1", "一、主动公开政府信息情况", "全年主动公开政府信息86条。"),
                MadeUpReports.Section("s2", "二、依申请公开情况", "全年收到申请3件，均已答复。"),
            ]),
        };

        var back = Back(report, format);

        Assert.Null(back.Form);
        Assert.Equal(2018, back.Year);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Keeps_an_empty_form_empty(OutputFormat format, string edition)
    {
        var form = Form.Of(edition)!;

        AssertComesBack(new Report(form, [.. form.Cells.Select(cell => cell.Row.Optional ? default : new Cell(CellState.Blank))])
        {
            Organ = "云泽市云溪县商务局",
            Year = 2020,
            Title = "云泽市云溪县商务局2020年政府信息公开工作年度报告",
        }, format);
    }

    [Theory]
    [InlineData(OutputFormat.Docx)]
    [InlineData(OutputFormat.Html)]
    [InlineData(OutputFormat.Xlsx)]
    [InlineData(OutputFormat.Json)]
    public void Keeps_real_reports(OutputFormat format)
    {
        var folder = Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS");
        Assert.SkipUnless(folder is not null, "GONGKAI_REAL_DOCUMENTS is not set");

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder!, "data", "annual-reports")).Where(file => Path.GetExtension(file) is ".txt" or ".html" or ".docx"))
        {
            foreach (var report in ReportReader.Read(File.ReadAllBytes(file), file).Where(report => report.Form is not null))
            {
                var back = Back(report, format);

                Assert.Equal((report.Edition, report.Year, report.Organ), (back.Edition, back.Year, back.Organ));
                Assert.Equal(
                    report.Form!.Cells.Select(cell => (cell.Path, Printed(report[cell.Index], format))),
                    back.Form!.Cells.Select(cell => (cell.Path, (back[cell.Index].State, back[cell.Index].Value))));
            }
        }
    }

    /// <summary>What is left of a cell on paper.</summary>
    private static (CellState State, decimal? Value) Printed(Cell cell, OutputFormat format) => cell.State switch
    {
        CellState.Ambiguous when format != OutputFormat.Json => (CellState.Missing, null),
        CellState.Recovered when format != OutputFormat.Json => (CellState.Value, cell.Value),
        _ => (cell.State, cell.Value),
    };

    private static void AssertComesBack(Report report, OutputFormat format)
    {
        var back = Back(report, format);

        Assert.Equal((report.Edition, report.Year, report.Organ, report.Title), (back.Edition, back.Year, back.Organ, back.Title));
        var differences = report.Form!.Cells.Where(cell => (report[cell.Index].State, report[cell.Index].Value) != (back[cell.Index].State, back[cell.Index].Value))
            .Select(cell => $"{cell.Path}: written {report[cell.Index].State} {report[cell.Index].Value}, read {back[cell.Index].State} {back[cell.Index].Value} [{back[cell.Index].Raw}]").ToList();
        Assert.True(differences.Count == 0, $"{format}: {differences.Count} cells differ\n{string.Join('\n', differences.Take(20))}");
        if (format != OutputFormat.Pdf)
        {
            foreach (var section in report.Narrative.Sections)
                Assert.Equal(section.Text, back.Narrative[section.Key]?.Text);
        }
    }

    private static Report Back(Report report, OutputFormat format) =>
        Assert.Single(ReportReader.Read(ReportWriter.Write(report, format), $"年度报告.{format.ToString().ToLowerInvariant()}"));

    private static bool IsInstalled(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [argument]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
