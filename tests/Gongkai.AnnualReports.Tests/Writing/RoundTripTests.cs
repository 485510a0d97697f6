using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Tests.Reading;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>写出再读入: what is written reads back to the same figures and states, cell by cell, from every format.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string, OutputFormat> Cases()
    {
        var data = new TheoryData<string, OutputFormat>();
        foreach (var form in Form.All)
        {
            foreach (var format in Enum.GetValues<OutputFormat>())
                data.Add(form.Edition, format);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Figures_states_and_text_come_back(string edition, OutputFormat format)
    {
        for (var seed = 1; seed <= (format == OutputFormat.Pdf ? 2 : 8); seed++)
        {
            var report = Made(Form.Of(edition)!, seed);

            var back = Assert.Single(ReportReader.Read(Written(report, format), "report." + format.ToString().ToLowerInvariant()));

            Assert.Equal((report.Organ, report.Year, report.Edition), (back.Organ, back.Year, back.Edition));
            foreach (var cell in report.Form!.Cells)
            {
                Assert.True(report[cell.Index].Value == back[cell.Index].Value, $"seed {seed}: {cell.Path} was {report[cell.Index].Value}, is {back[cell.Index].Value} ({back[cell.Index].State}, {back[cell.Index].Raw}, {back[cell.Index].Note})");
                Assert.True(report[cell.Index].State == back[cell.Index].State, $"seed {seed}: {cell.Path} was {report[cell.Index].State}, is {back[cell.Index].State}");
            }

            foreach (var section in report.Narrative.Sections)
                Assert.Equal(Words(section.Text, format), Words(back.Narrative[section.Key]!.Text, format));
        }
    }

    [Fact]
    public void Other_handling_in_one_row_is_written_in_one_row()
    {
        var report = Made(Form.F2021, seed: 3);
        var cells = report.Cells.ToArray();
        foreach (var column in Form.F2021["t3"].Columns)
        {
            foreach (var part in new[] { "other_no_supplement", "other_fee_unpaid", "other_misc" })
                cells[Form.F2021.IndexOf($"t3.{part}.{column.Key}")] = default;
            cells[Form.F2021.IndexOf($"t3.other_handling.{column.Key}")] = Cell.Of(2);
        }

        var odd = new Report(Form.F2021, cells) { Organ = report.Organ, Year = 2021, Title = report.Title, Narrative = report.Narrative };

        var back = Assert.Single(ReportReader.Read(ReportWriter.Write(odd, OutputFormat.Docx), "one-row.docx"));

        Assert.Equal(2, back["t3.other_handling.total"].Value);
        Assert.Equal(CellState.Missing, back["t3.other_misc.total"].State);
    }

    /// <summary>A PDF keeps no paragraphs, and spaces only where they are wide.</summary>
    private static string Words(string text, OutputFormat format) => format == OutputFormat.Pdf ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text;

    private static byte[] Written(Report report, OutputFormat format)
    {
        try
        {
            return ReportWriter.Write(report, format);
        }
        catch (ProgramMissingException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    /// <summary>A report whose figures hold plain values and every state that print can show.</summary>
    private static Report Made(Form form, int seed)
    {
        var figures = SampleFigures.Of(form, seed, most: seed % 2 == 0 ? 12000 : 30);
        var random = new Random(seed);
        var cells = form.Cells.Select(cell => cell.Row.Optional ? new Cell(CellState.Absent) : random.Next(12) switch
        {
            0 when cell.Table.Key != "t4" => new Cell(CellState.Blank),
            1 => new Cell(CellState.WordNone),
            2 => new Cell(CellState.Slash),
            3 => default,
            _ => Cell.Of(figures[cell.Path]),
        }).ToArray();

        // Each row keeps one plain figure, as a printed row does.
        foreach (var row in form.Cells.GroupBy(cell => (cell.Table.Key, cell.Row.Key)).Where(row => !row.First().Row.Optional))
            cells[row.Last().Index] = Cell.Of(figures[row.Last().Path]);
        return new Report(form, cells)
        {
            Organ = Layouts.Organ,
            Year = form.Years.From,
            Title = $"{Layouts.Organ}{form.Years.From}年政府信息公开工作年度报告",
            Narrative = new Narrative(
            [
                Section("lead", $"本报告由{Layouts.Organ}编制，统计期限为{form.Years.From}年1月1日至{form.Years.From}年12月31日。"),
                Section("s1", "我局按要求做好政府信息公开工作，本年度主动公开信息 120 条，组织培训 2 次，并在云泽市政府网站设专栏，及时更新机构职能、政策文件和办事指南等内容，方便群众查询。", "（一）主动公开情况", "按目录发布信息 <不漏项> & 不重复。", "（二）依申请公开情况", "规范办理申请。"),
                Section("s2"),
                Section("s3"),
                Section("s4"),
                Section("s5", "主要问题是解读形式单一。下一步将丰富形式。"),
                Section("s6", "本年度未收取信息处理费。"),
            ]),
        };
    }

    private static NarrativeSection Section(string key, params string[] paragraphs) =>
        new(key, null, [.. paragraphs.Select(text => new NarrativeParagraph(text))]);
}
