using System.Text.Json.Nodes;

namespace Gongkai.Cli.Tests;

/// <summary>gongkai aggregate.</summary>
public sealed class AggregateTests : IDisposable
{
    private const string City = "云泽市人民政府";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sums_every_cell_and_says_what_was_added()
    {
        var run = await Aggregate(
            Report("云泽市科学技术局", 2022, 3),
            _folder.Write("b.txt", SampleText.Of("云泽市民政局", 2022, ("t4.review_upheld", 1), ("t4.review_total", 1), ("t2.art20_6.admin_penalty.decisions", 12))));

        Assert.Equal(0, run.Code);
        var sum = Result();
        Assert.Equal((City, 2022), (sum["organ"]!.GetValue<string>(), sum["year"]!.GetValue<int>()));
        Assert.Equal(3, sum["t3"]!["received_new"]!["total"]!.GetValue<int>());
        Assert.Equal(1, sum["t4"]!["review_total"]!.GetValue<int>());
        Assert.Equal(12, sum["t2"]!["art20_6"]!["admin_penalty"]!["decisions"]!.GetValue<int>());
        Assert.Contains("云泽市科学技术局、云泽市民政局", sum["narrative"]!["lead"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("R082", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("云泽市科学技术局", 2022, "不能计算两次")]
    [InlineData("科学技术局", 2022, null)]
    [InlineData("云泽市　科学技术局", 2022, "不能计算两次")]
    [InlineData("云泽市民政局", 2023, "年度不同")]
    public async Task Refuses_what_would_give_a_wrong_sum(string second, int year, string? reason)
    {
        var run = await Aggregate(Report("云泽市科学技术局", 2022, 3), _folder.Write("second.txt", SampleText.WithRequests(second, year, 2)));

        Assert.Equal(2, run.Code);
        Assert.Contains(reason ?? "不能计算两次", run.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("out.json")));
    }

    [Fact]
    public async Task Refuses_when_a_file_cannot_be_read()
    {
        var run = await Aggregate(Report("云泽市科学技术局", 2022, 3), _folder.At("nothing.txt"));

        Assert.Equal(2, run.Code);
        Assert.Contains("没有汇总", run.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("out.json")));
    }

    [Fact]
    public async Task A_figure_that_one_report_lost_is_missing_in_the_sum()
    {
        var lost = string.Join('\n', SampleText.WithRequests("云泽市民政局", 2022, 2).Split('\n').Where(line => !line.Contains("四、结转下年度继续办理", StringComparison.Ordinal)));

        var run = await Aggregate(Report("云泽市科学技术局", 2022, 3), _folder.Write("lost.txt", lost));

        Assert.Equal(1, run.Code);
        Assert.Contains("没有合计：结转下年度继续办理／总计，云泽市民政局的报告中缺失或读不准", run.Results, StringComparison.Ordinal);
        var sum = Result();
        Assert.Null(sum["t3"]!["carried_out"]!["total"]);
        Assert.Contains(sum["cells"]!.AsArray(), cell => cell!["at"]!.GetValue<string>() == "t3.carried_out.total" && cell["state"]!.GetValue<string>() == "missing");
        Assert.Equal(5, sum["t3"]!["received_new"]!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Lists_the_bodies_that_are_missing()
    {
        var list = _folder.Write("list.txt", "云泽市科学技术局\n云泽市民政局\n\n# 以下为县\n云泽市云溪县人民政府\n");

        var run = await CliRun.Of("aggregate", Report("云泽市科学技术局", 2022, 3), "--body", City, "-o", _folder.At("out.json"), "--expect", list);

        Assert.Equal(1, run.Code);
        Assert.Equal(["缺少报告：云泽市民政局", "缺少报告：云泽市云溪县人民政府"], run.Lines.Where(line => line.StartsWith("缺少报告", StringComparison.Ordinal)));
        Assert.Contains("尚缺下列 2 个机关", Result()["narrative"]!["lead"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_of_an_aggregated_report_beside_its_own_parts()
    {
        var run = await Aggregate(Report("云泽市云溪县人民政府", 2022, 9), Report("云泽市云溪县商务局", 2022, 3));

        Assert.Contains("会重复计算", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_of_a_part_whose_own_sums_do_not_hold()
    {
        var bad = SampleText.WithRequests("云泽市民政局", 2022, 3).Replace("四、结转下年度继续办理\t0", "四、结转下年度继续办理\t7", StringComparison.Ordinal);

        var run = await Aggregate(Report("云泽市科学技术局", 2022, 3), _folder.Write("bad.txt", bad));

        Assert.Contains("云泽市民政局2022年的表格本身有错误（R021", run.Messages, StringComparison.Ordinal);
    }

    private string Report(string organ, int year, int requests) => _folder.Write($"{organ}.txt", SampleText.WithRequests(organ, year, requests));

    private Task<CliRun> Aggregate(params string[] files) => CliRun.Of(["aggregate", .. files, "--body", City, "-o", _folder.At("out.json")]);

    private JsonNode Result() => JsonNode.Parse(File.ReadAllText(_folder.At("out.json")))!;
}
