using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>残缺的排版: what is lost is missing, what is unclear is said, and the rest is still read.</summary>
public sealed class FaultyLayoutTests
{
    private static readonly SampleFigures s_figures = SampleFigures.Of(Form.F2021, seed: 4, most: 30);
    private static readonly SampleFigures s_trial = SampleFigures.Of(Form.Trial2019, seed: 4, most: 30);

    [Fact]
    public void A_lost_row_is_missing_and_its_neighbours_are_not_shifted()
    {
        foreach (var text in new[] { Layouts.TabGrid(s_figures), Layouts.CellPerLine(s_figures), Layouts.OneLine(s_figures, " ") })
        {
            var values = string.Join('\n', text.Split('\n').Select(line => line));
            var lost = RemoveRow(values, "3.要求提供公开出版物", "4.无正当理由大量反复申请");

            var report = Read(lost);

            Assert.Equal(CellState.Missing, report["t3.not_processed_publication.total"].State);
            Assert.Equal(s_figures["t3.not_processed_duplicate.total"], report["t3.not_processed_duplicate.total"].Value);
            Assert.Equal(s_figures["t3.not_processed_excessive.total"], report["t3.not_processed_excessive.total"].Value);
        }
    }

    [Fact]
    public void Figures_on_a_group_line_belong_to_its_first_item()
    {
        var row = string.Join('\t', s_figures.Row(Form.F2021["t3"], Form.F2021["t3"].Row("refused_state_secret")));
        var text = Layouts.TabGrid(s_figures).Replace($"（三）不予公开\t1.属于国家秘密\t{row}", $"（三）不予公开\t{row}\n\t1.属于国家秘密\t\t\t\t\t\t\t", StringComparison.Ordinal);

        var report = Read(text);

        var cell = report["t3.refused_state_secret.total"];
        Assert.Equal(s_figures["t3.refused_state_secret.total"], cell.Value);
        Assert.Equal(CellState.Recovered, cell.State);
        Assert.Contains(report.Observations, seen => seen is { Kind: ObservationKind.GroupLineFigures, At: "t3.refused" });
    }

    [Fact]
    public void A_row_of_six_figures_is_not_guessed()
    {
        var report = Read(Layouts.TabGrid(s_figures).Replace("一、本年新收政府信息公开申请数量\t\t\t" + string.Join('\t', s_figures.Row(Form.F2021["t3"], Form.F2021["t3"].Row("received_new"))), "一、本年新收政府信息公开申请数量\t\t\t5\t4\t3\t2\t1\t15", StringComparison.Ordinal));

        Assert.All(Form.F2021["t3"].Columns.Where(column => column.Key != "total"), column => Assert.False(report[$"t3.received_new.{column.Key}"].IsUsable));
        Assert.Contains(report.Observations, seen => seen is { Kind: ObservationKind.WrongNumberOfFigures, At: "t3.received_new" });
    }

    [Theory]
    [InlineData("/", CellState.Slash)]
    [InlineData("无", CellState.WordNone)]
    [InlineData("", CellState.Blank)]
    [InlineData("—", CellState.Slash)]
    [InlineData("／", CellState.Slash)]
    public void A_word_in_a_cell_is_no_figure(string word, CellState state)
    {
        var report = Read(Layouts.Pipes(s_figures).Replace("| 行政许可 | " + s_figures.Text("t2.art20_5.admin_licensing.decisions") + " |", $"| 行政许可 | {word} |", StringComparison.Ordinal));

        var cell = report["t2.art20_5.admin_licensing.decisions"];
        Assert.Equal(state, cell.State);
        Assert.Null(cell.Value);
    }

    [Theory]
    [InlineData("１２", "12")]
    [InlineData("+12", "12")]
    [InlineData("12件", "12")]
    [InlineData("1,234", "1234")]
    [InlineData("　12 ", "12")]
    [InlineData("-3", "-3")]
    public void The_form_of_a_figure_does_not_matter(string printed, string value)
    {
        var report = Read(Layouts.Pipes(s_figures).Replace("| 行政许可 | " + s_figures.Text("t2.art20_5.admin_licensing.decisions") + " |", $"| 行政许可 | {printed} |", StringComparison.Ordinal));

        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), report["t2.art20_5.admin_licensing.decisions"].Value);
    }

    [Theory]
    [InlineData("104.9987 万元", "1049987")]
    [InlineData("251000元", "251000")]
    [InlineData("251000", "251000")]
    public void Amounts_are_kept_in_yuan(string printed, string yuan)
    {
        var report = Read(Layouts.Pipes(s_trial).Replace($" | {s_trial.Text("t2.art20_9.centralized_procurement.procurement_amount")} |", $" | {printed} |", StringComparison.Ordinal));

        Assert.Equal(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture), report["t2.art20_9.centralized_procurement.procurement_amount"].Value);
    }

    [Fact]
    public void Several_reports_in_one_file_are_read_apart()
    {
        var text = Layouts.TabGrid(s_trial) + "\n" + Layouts.TabGrid(s_figures).Replace(Layouts.Organ, "云泽市云溪县商务局", StringComparison.Ordinal) + "\n" + Layouts.CellPerLine(s_figures);

        var reports = ReportReader.Read(Encoding.UTF8.GetBytes(text), "three.txt");

        Assert.Equal(["trial2019", "f2021", "f2021"], reports.Select(report => report.Edition));
        Assert.Equal([Layouts.Organ, "云泽市云溪县商务局", Layouts.Organ], reports.Select(report => report.Organ));
        Assert.All(reports.Skip(1), report => Assert.Equal(s_figures["t3.received_new.total"], report["t3.received_new.total"].Value));
    }

    [Fact]
    public void A_table_of_contents_is_not_a_report()
    {
        var text = Layouts.TabGrid(s_figures);
        var contents = "目录\n一、总体情况\t1\n二、主动公开政府信息情况\t2\n三、收到和处理政府信息公开申请情况\t3\n四、政府信息公开行政复议、行政诉讼情况\t4\n五、存在的主要问题及改进情况\t4\n六、其他需要报告的事项\t5\n\n";

        var report = Read(text.Replace("一、总体情况", contents + "一、总体情况", StringComparison.Ordinal));

        Assert.Equal(6, report.Observations.Count(seen => seen.Kind == ObservationKind.SectionHeading));
        Assert.Contains("按要求做好", report.Narrative["s1"]!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_handling_in_one_row_is_kept_as_printed()
    {
        var text = Layouts.CellPerLine(s_figures);
        var from = text.IndexOf("\t\n\t（六）其他处理", StringComparison.Ordinal);
        var to = text.IndexOf("\t\n\t（七）总计", StringComparison.Ordinal);

        var report = Read(text[..from] + "\t\n\t（六）其他处理\n\t1\n\t0\n\t2\n\t0\n\t0\n\t0\n\t3\n\n" + text[to..]);

        Assert.Equal("f2021", report.Edition);
        Assert.Equal(3, report["t3.other_handling.total"].Value);
        Assert.Equal(CellState.Missing, report["t3.other_misc.total"].State);
        Assert.Equal(s_figures["t3.handled_total.total"], report["t3.handled_total.total"].Value);
    }

    [Fact]
    public void A_lost_heading_does_not_lose_the_table()
    {
        var report = Read(Layouts.TabGrid(s_figures).Replace("四、政府信息公开行政复议、行政诉讼情况", "", StringComparison.Ordinal));

        Assert.Equal(s_figures["t4.review_total"], report["t4.review_total"].Value);
        Assert.Equal(s_figures["t3.carried_out.total"], report["t3.carried_out.total"].Value);
        Assert.DoesNotContain(report.Observations, seen => seen is { Kind: ObservationKind.SectionHeading, At: "s4" });
    }

    [Fact]
    public void Tables_that_were_pictures_are_missing_and_not_nought()
    {
        var report = Read(Layouts.Whole(s_figures, (_, _) => { }, _ => { }, _ => { }));

        Assert.Equal("f2021", report.Edition);
        Assert.All(report.Form!.Cells.Where(cell => !cell.Row.Optional), cell => Assert.Equal(CellState.Missing, report[cell.Index].State));
        Assert.Equal(["t2", "t3", "t4"], report.Observations.Where(seen => seen.Kind == ObservationKind.TableLost).Select(seen => seen.At));
    }

    [Fact]
    public void A_report_of_2018_is_of_neither_form_and_gets_no_table()
    {
        const string Text = "云泽市科学技术局2018年政府信息公开工作年度报告\n一、概述\n2018年，我局公开信息120条。\n二、主动公开情况\n指标名称\t计量单位\t统计数\n主动公开政府信息数\t条\t120\n三、依申请公开情况\n收到申请数\t件\t3\n四、存在的问题\n无。\n";

        var report = Read(Text);

        Assert.Equal(Report.OtherEdition, report.Edition);
        Assert.Equal(2018, report.Year);
        Assert.Equal(0, report.Cells.Length);
    }

    [Theory]
    [InlineData("今天天气很好，适合出门。\n")]
    [InlineData("关于召开会议的通知\n一、时间\n二、地点\n")]
    public void What_is_no_report_is_refused(string text) =>
        Assert.Throws<UnreadableFileException>(() => ReportReader.Read(Encoding.UTF8.GetBytes(text), "x.txt"));

    [Fact]
    public void Figures_printed_above_their_label_go_with_the_label()
    {
        var row = string.Join(' ', s_figures.Row(Form.F2021["t3"], Form.F2021["t3"].Row("not_processed_confirmation")));
        const string Label = "5.要求行政机关确认或重新出具已获取信息";
        var wrapped = Layouts.Wrapped(s_figures);
        var at = wrapped.IndexOf("5.要求行政机关确认", StringComparison.Ordinal);
        var end = wrapped.IndexOf("（六）其他", at, StringComparison.Ordinal);

        var report = Read(wrapped[..at] + row + "\n" + Label[..12] + "\n" + Label[12..] + "\n" + wrapped[end..]);

        Assert.Equal(s_figures["t3.not_processed_confirmation.total"], report["t3.not_processed_confirmation.total"].Value);
        Assert.Equal(s_figures["t3.not_processed_excessive.total"], report["t3.not_processed_excessive.total"].Value);
    }

    [Fact]
    public void A_header_repeated_on_the_next_page_changes_nothing()
    {
        const string Header = "三、本年度办理结果\t\t\t\t\t\t\t\t\t\n\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n";
        var text = Layouts.TabGrid(s_figures).Replace("（五）不予处理", "\n" + Header + "\t（五）不予处理", StringComparison.Ordinal);

        var report = Read(text);

        Assert.All(Form.F2021["t3"].Rows.Where(row => !row.Optional), row => Assert.Equal(s_figures[$"t3.{row.Key}.total"], report[$"t3.{row.Key}.total"].Value));
    }

    [Fact]
    public void A_misprinted_label_is_still_known()
    {
        var text = Layouts.TabGrid(s_figures).Replace("2.其他法律行政法规禁止公开", "2.其他法律行政止公开", StringComparison.Ordinal).Replace("5.属于三类内部事务信息", "5、属于三类内部事物信息", StringComparison.Ordinal);

        var report = Read(text);

        Assert.Equal(s_figures["t3.refused_prohibited_by_law.natural_person"], report["t3.refused_prohibited_by_law.natural_person"].Value);
        Assert.Equal(s_figures["t3.refused_internal_affairs.natural_person"], report["t3.refused_internal_affairs.natural_person"].Value);
    }

    [Fact]
    public void A_blank_total_stays_blank()
    {
        var values = s_figures.Row(Form.F2021["t3"], Form.F2021["t3"].Row("granted")).ToArray();
        var text = Layouts.TabGrid(s_figures).Replace(string.Join('\t', values) + "\n\t（二）", string.Join('\t', values[..6]) + "\t\n\t（二）", StringComparison.Ordinal);

        var report = Read(text);

        Assert.Equal(CellState.Blank, report["t3.granted.total"].State);
        Assert.Equal(s_figures["t3.granted.natural_person"], report["t3.granted.natural_person"].Value);
    }

    private static string RemoveRow(string text, string label, string next)
    {
        var from = text.IndexOf(label, StringComparison.Ordinal);
        var to = text.IndexOf(next, StringComparison.Ordinal);
        return text[..from] + text[to..];
    }

    private static Report Read(string text) => Assert.Single(ReportReader.Read(Encoding.UTF8.GetBytes(text), "report.txt"));
}
