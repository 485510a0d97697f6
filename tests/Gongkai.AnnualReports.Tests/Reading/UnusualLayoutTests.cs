using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>少见的排版: tables in an annex, headings numbered otherwise, columns left out, dashes and broken figures: read as a person reads them, or said to be unclear.</summary>
public sealed class UnusualLayoutTests
{
    private static readonly SampleFigures s_figures = SampleFigures.Of(Form.F2021, seed: 6, most: 30);
    private static readonly SampleFigures s_trial = SampleFigures.Of(Form.Trial2019, seed: 6, most: 30);

    [Theory]
    [InlineData("f2021")]
    [InlineData("trial2019")]
    public void Tables_in_an_annex_are_the_tables_of_the_report(string edition)
    {
        var figures = edition == "f2021" ? s_figures : s_trial;
        var text = Layouts.Pipes(figures);
        var two = Between(text, "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况");
        var three = Between(text, "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况");
        var four = Between(text, "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况");
        var names = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |" + string.Concat(Enumerable.Repeat(" 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", 2)) + "\n";
        var body = text.Replace(two, "\n详见附表1。\n", StringComparison.Ordinal).Replace(three, "\n详见附表2。\n", StringComparison.Ordinal).Replace(four, "\n详见附表3。\n", StringComparison.Ordinal);

        var report = Read($"{body}\n附表1\n{two}\n附表2\n{three}\n附表3\n\n{names}{four.TrimStart()}");

        Holds(figures, report);
        Assert.DoesNotContain("规章", report.Narrative["s6"]!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("第{0}部分　{1}")]
    [InlineData("第{0}章 {1}")]
    [InlineData("（{0}）{1}")]
    [InlineData("{0} {1}")]
    [InlineData("【{0}、{1}】")]
    public void Headings_may_be_numbered_otherwise(string pattern)
    {
        var text = Layouts.TabGrid(s_figures);
        foreach (var section in Form.F2021.Sections)
            text = text.Replace($"\n{section.Number}、{section.Label}\n", "\n" + string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, section.Number, section.Label) + "\n", StringComparison.Ordinal);

        var report = Read(text);

        Assert.Equal(["lead", "s1", "s2", "s3", "s4", "s5", "s6"], report.Narrative.Sections.Select(section => section.Key));
        Holds(s_figures, report);
    }

    [Fact]
    public void A_table_without_the_column_of_totals_keeps_its_six_columns()
    {
        var text = Layouts.TabGrid(s_figures).Replace("法人或其他组织\t\t\t\t\t总计\n", "法人或其他组织\t\t\t\t\n", StringComparison.Ordinal);
        Layouts.Each(Form.F2021, (_, row) =>
        {
            var values = s_figures.Row(Form.F2021["t3"], row).ToList();
            text = text.Replace($"{row.FullLabel}{Gap(row)}{string.Join('\t', values)}\n", $"{row.FullLabel}{Gap(row)}{string.Join('\t', values.Take(6))}\n", StringComparison.Ordinal);
        });

        var report = Read(text);

        foreach (var cell in Form.F2021.Cells.Where(cell => cell.Table.Key == "t3" && !cell.Row.Optional))
        {
            Assert.Equal(cell.Column.Key == "total" ? null : s_figures[cell.Path], report[cell.Index].Value);
            Assert.Equal(cell.Column.Key == "total" ? CellState.Missing : CellState.Value, report[cell.Index].State);
        }
    }

    [Fact]
    public void Six_figures_under_seven_columns_are_not_placed()
    {
        var text = Layouts.TabGrid(s_figures);
        Layouts.Each(Form.F2021, (_, row) =>
        {
            var values = s_figures.Row(Form.F2021["t3"], row).ToList();
            text = text.Replace($"{row.FullLabel}{Gap(row)}{string.Join('\t', values)}\n", $"{row.FullLabel}{Gap(row)}{string.Join('\t', values.Skip(1))}\n", StringComparison.Ordinal);
        });

        var report = Read(text);

        Assert.All(Form.F2021.Cells.Where(cell => cell.Table.Key == "t3" && !cell.Row.Optional), cell => Assert.False(report[cell.Index].IsUsable));
    }

    [Theory]
    [InlineData("105")]
    [InlineData("6100")]
    public void A_lone_figure_beside_empty_cells_is_not_split_into_columns(string figure)
    {
        var row = string.Join(' ', s_trial.Row(Form.Trial2019["t2.art20_6"], Form.Trial2019["t2.art20_6"].Row("admin_penalty")));

        var report = Read(Layouts.Wrapped(s_trial).Replace($"行政处罚 {row}\n", $"行政处罚 {figure}\n", StringComparison.Ordinal));

        Assert.All(Form.Trial2019["t2.art20_6"].Columns, column => Assert.Equal(CellState.Ambiguous, report[$"t2.art20_6.admin_penalty.{column.Key}"].State));
    }

    [Theory]
    [InlineData("〇", CellState.Value)]
    [InlineData("零", CellState.Value)]
    [InlineData("——", CellState.Slash)]
    public void Noughts_and_dashes_in_words_are_known(string word, CellState state)
    {
        var report = Read(Layouts.Pipes(s_figures).Replace("| 行政许可 | " + s_figures.Text("t2.art20_5.admin_licensing.decisions") + " |", $"| 行政许可 | {word} |", StringComparison.Ordinal));

        Assert.Equal(state, report["t2.art20_5.admin_licensing.decisions"].State);
    }

    [Fact]
    public void A_row_with_a_label_of_its_own_does_not_move_its_neighbours()
    {
        var report = Read(Layouts.Wrapped(s_figures).Replace("二、上年结转政府信息公开申请数量", "二、往年余下的件数", StringComparison.Ordinal));

        Assert.Equal(CellState.Missing, report["t3.carried_in.total"].State);
        foreach (var cell in Form.F2021.Cells.Where(cell => cell.Table.Key == "t3" && !cell.Row.Optional && cell.Row.Key is not ("carried_in" or "received_new")))
            Assert.Equal(s_figures[cell.Path], report[cell.Index].Value);
    }

    [Theory]
    [InlineData("一、本年新收政府信息公开申请数量", "一、本年新收")]
    [InlineData("二、上年结转政府信息公开申请数量", "二、上年转结政府信息公开申请数量")]
    [InlineData("四、结转下年度继续办理", "四、结转下年")]
    [InlineData("3.补正后申请内容仍不明确", "3.补证后申请内容仍不明确")]
    [InlineData("1.本机关不掌握相关政府信息", "1.本机关不掌握")]
    public void Labels_cut_short_or_misprinted_are_known(string label, string printed)
    {
        foreach (var text in new[] { Layouts.TabGrid(s_figures), Layouts.CellPerLine(s_figures, tab: "", blankLines: false), Layouts.OneLine(s_figures, " ") })
            Holds(s_figures, Read(text.Replace(label, printed, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_running_head_of_a_page_is_no_figure()
    {
        var text = Layouts.CellPerLine(s_figures, tab: "", blankLines: false);
        var at = text.IndexOf("8.属于行政查询事项", StringComparison.Ordinal);
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];

        Holds(s_figures, Read($"{text[..at]}{title}\n{text[at..]}"));
    }

    [Fact]
    public void An_empty_cell_of_a_grid_is_placed_by_the_header_when_no_row_is_full()
    {
        var rows = Form.F2021["t2.art20_1"].Rows;
        var html = "<h1>云泽市科学技术局2021年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>按要求公开。</p><p>二、主动公开政府信息情况</p><table>"
            + "<tr><td colspan=6>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td><td></td><td></td></tr>"
            + $"<tr><td>{rows[0].Label}</td><td></td><td></td><td></td><td></td><td></td></tr><tr><td>{rows[1].Label}</td><td></td><td>3</td><td>46</td><td></td><td></td></tr></table>"
            + "<p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>";

        var report = Assert.Single(ReportReader.Read(Encoding.UTF8.GetBytes(html), "report.html"));

        Assert.Equal(CellState.Blank, report["t2.art20_1.normative_documents.issued_this_year"].State);
        Assert.Equal(3, report["t2.art20_1.normative_documents.repealed_this_year"].Value);
        Assert.Equal(46, report["t2.art20_1.normative_documents.in_force"].Value);
    }

    [Fact]
    public void Table_four_may_stand_in_labelled_lines()
    {
        var rows = Form.F2021["t4"].Rows.Select(row => string.Join(' ', s_figures.Row(Form.F2021["t4"], row))).ToList();
        var text = Layouts.Whole(s_figures, (_, _) => { }, _ => { }, text => text.Append($"结果维持 结果纠正 其他结果 尚未审结 总计\n行政复议 {rows[0]}\n行政诉讼（未经复议直接起诉） {rows[1]}\n行政诉讼（复议后起诉） {rows[2]}\n"));

        var report = Read(text);

        Assert.All(Form.F2021.Cells.Where(cell => cell.Table.Key == "t4"), cell => Assert.Equal(s_figures[cell.Path], report[cell.Index].Value));
    }

    [Fact]
    public void A_figure_broken_in_a_narrow_cell_of_a_page_is_one_figure()
    {
        var document = Page(("云泽市科学技术局2021年政府信息公开工作年度报告", 60, 20), ("一、总体情况", 60, 40), ("按要求公开。", 60, 60), ("二、主动公开政府信息情况", 60, 80),
            ("第二十条第（一）项", 60, 100), ("信息内容", 60, 120), ("本年制发件数", 120, 120), ("本年废止件数", 200, 120), ("现行有效件数", 280, 120),
            ("规章", 60, 140), ("0", 148, 140), ("0", 228, 140), ("0", 308, 140),
            ("行政规范性文件", 60, 160), ("6", 148, 160), ("2", 228, 160), ("1234", 299, 160), ("5", 308, 174),
            ("第二十条第（八）项", 60, 200), ("信息内容", 60, 220), ("本年收费金额（单位：万元）", 120, 220), ("行政事业性收费", 60, 240), ("688.9", 142, 240), ("3", 152, 254),
            ("三、收到和处理政府信息公开申请情况", 60, 280), ("四、政府信息公开行政复议、行政诉讼情况", 60, 300), ("五、存在的主要问题及改进情况", 60, 320), ("六、其他需要报告的事项", 60, 340));

        var report = Assert.Single(ReportReader.Read(document));

        Assert.Equal(12345, report["t2.art20_1.normative_documents.in_force"].Value);
        Assert.Equal(2, report["t2.art20_1.normative_documents.repealed_this_year"].Value);
        Assert.Equal(688.93m, report["t2.art20_8.admin_fees.fee_amount_wan"].Value);
    }

    private static NeutralDocument Page(params (string Text, double Left, double Top)[] words) =>
        new("report.pdf", SourceFormat.Pdf, [.. words.GroupBy(word => word.Top).OrderBy(line => line.Key).Select((line, number) =>
        {
            var text = string.Join(' ', line.Select(word => word.Text));
            return new TextLine(text, new SourcePlace(1, number + 1, Text: text))
            {
                Words = [.. line.Select(word => new PlacedWord(word.Text, word.Left, word.Left + (word.Text[0] < 128 ? 6 : 12) * word.Text.Length, word.Top, word.Top + 12))],
            };
        })]);

    private static void Holds(SampleFigures figures, Report report) =>
        Assert.All(figures.Form.Cells.Where(cell => !cell.Row.Optional), cell => Assert.True(report[cell.Index].Value == figures[cell.Path], $"{cell.Path} is {figures[cell.Path]}, read {report[cell.Index].Value} ({report[cell.Index].State}, {report[cell.Index].Raw})"));

    private static string Gap(FormRow row) => row.Group.Count == 0 ? "\t\t\t" : row.Group.Count == 1 ? "\t\t" : "\t";

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static Report Read(string text) => Assert.Single(ReportReader.Read(Encoding.UTF8.GetBytes(text), "report.txt"));
}
