using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>任何排版: the same figures come back from every layout, cell by cell.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string, string> Plain()
    {
        var data = new TheoryData<string, string>();
        foreach (var form in Form.All)
        {
            foreach (var layout in new[] { "tab grid", "shifted tab grid", "cell per line", "cell per line without tabs", "cells without blank lines", "wrapped", "one line", "pipes" })
                data.Add(form.Edition, layout);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void Every_figure_comes_back(string edition, string layout)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var figures = SampleFigures.Of(Form.Of(edition)!, seed, most: seed % 3 == 0 ? 2000 : seed % 3 == 1 ? 3 : 40);

            var report = Read(Print(layout, figures));

            Assert.Equal(edition, report.Edition);
            Assert.Equal(Layouts.Organ, report.Organ);
            Assert.Equal(figures.Form.Years.From, report.Year);
            foreach (var cell in figures.Form.Cells.Where(cell => !cell.Row.Optional))
            {
                Assert.True(report[cell.Index].Value == figures[cell.Path], $"{layout}, seed {seed}: {cell.Path} is {figures[cell.Path]}, read {report[cell.Index].Value} ({report[cell.Index].State}, {report[cell.Index].Raw}, {report[cell.Index].Note})");
                Assert.Equal(CellState.Value, report[cell.Index].State);
            }

            Assert.Equal(["lead", "s1", "s2", "s3", "s4", "s5", "s6"], report.Narrative.Sections.Select(section => section.Key));
            Assert.DoesNotContain("规章", string.Concat(report.Narrative.Sections.Select(section => section.Text)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    public void Figures_run_together_are_never_read_wrongly(string edition)
    {
        var (read, all) = (0, 0);
        for (var seed = 1; seed <= 30; seed++)
        {
            var figures = SampleFigures.Of(Form.Of(edition)!, seed, most: seed % 2 == 0 ? 120 : 9);

            var report = Read(Layouts.OneLine(figures, gap: ""));

            foreach (var cell in figures.Form["t3"].Rows.Where(row => !row.Optional).SelectMany(row => figures.Form["t3"].Columns.Select(column => figures.Form.Find($"t3.{row.Key}.{column.Key}")!)))
            {
                var got = report[cell.Index];
                all++;
                if (got.IsUsable)
                    Assert.True(got.Value == figures[cell.Path], $"seed {seed}: {cell.Path} is {figures[cell.Path]}, read {got.Value} from {got.Raw}");
                read += got.IsUsable ? 1 : 0;
            }
        }

        Assert.True(read > all * 0.7, $"only {read} of {all} cells could be told");
    }

    private static string Print(string layout, SampleFigures figures) => layout switch
    {
        "tab grid" => Layouts.TabGrid(figures),
        "shifted tab grid" => Layouts.TabGrid(figures, shift: 2),
        "cell per line" => Layouts.CellPerLine(figures),
        "cell per line without tabs" => Layouts.CellPerLine(figures, tab: ""),
        "cells without blank lines" => Layouts.CellPerLine(figures, tab: "", blankLines: false),
        "wrapped" => Layouts.Wrapped(figures),
        "one line" => Layouts.OneLine(figures, gap: " "),
        "pipes" => Layouts.Pipes(figures),
        _ => throw new ArgumentOutOfRangeException(nameof(layout)),
    };

    private static Report Read(string text) => Assert.Single(ReportReader.Read(Encoding.UTF8.GetBytes(text), "report.txt"));
}
