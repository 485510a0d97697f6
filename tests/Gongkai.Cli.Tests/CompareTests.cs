using System.Text.Json.Nodes;

namespace Gongkai.Cli.Tests;

/// <summary>gongkai compare.</summary>
public sealed class CompareTests : IDisposable
{
    private const string Organ = "云泽市科学技术局";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_years_of_one_edition_are_compared_cell_by_cell()
    {
        var run = await CliRun.Of("compare",
            _folder.Write("a.txt", SampleText.Of(Organ, 2021, ("t3.received_new.total", 2), ("t2.art20_1.normative_documents.in_force", 7))),
            _folder.Write("b.txt", SampleText.Of(Organ, 2022, ("t3.received_new.total", 5), ("t2.art20_1.normative_documents.in_force", 6))));

        Assert.Equal(0, run.Code);
        Assert.Contains(run.Lines, line => line.EndsWith("2 → 5（+3） [t3.received_new.total]", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.EndsWith("7 → 6（-1） [t2.art20_1.normative_documents.in_force]", StringComparison.Ordinal));
        Assert.Contains("数字：2 个不同，198 个相同，0 个缺失或读不准", run.Lines);
    }

    [Fact]
    public async Task Across_editions_only_what_means_the_same_is_compared()
    {
        var run = await CliRun.Of("compare", "--format", "json",
            _folder.Write("a.txt", SampleText.Of(Organ, 2020, ("t3.other_handling.total", 3), ("t2.art20_6.admin_penalty.decisions", 4), ("t2.art20_1.normative_documents.public_total", 9))),
            _folder.Write("b.txt", SampleText.Of(Organ, 2021, ("t3.other_misc.total", 1), ("t3.other_no_supplement.total", 1), ("t2.art20_6.admin_penalty.decisions", 4))));

        var node = JsonNode.Parse(run.Results)!;
        var difference = Assert.Single(node["differences"]!.AsArray())!;
        Assert.Equal("t3.other_handling.total", difference["at"]!.GetValue<string>());
        Assert.Equal((3, 2, -1), (difference["a"]!.GetValue<int>(), difference["b"]!.GetValue<int>(), difference["change"]!.GetValue<int>()));
        var others = node["not_comparable"]!.AsArray().Select(path => path!.GetValue<string>()).ToList();
        Assert.Contains("t2.art20_1.normative_documents.public_total", others);
        Assert.Contains("t2.art20_1.normative_documents.in_force", others);
        Assert.DoesNotContain(others, path => path.StartsWith("t3.", StringComparison.Ordinal) || path.StartsWith("t4.", StringComparison.Ordinal) || path == "t2.art20_5.admin_licensing.decisions");
    }

    [Fact]
    public async Task A_lost_row_is_undecided_and_not_nought()
    {
        var whole = SampleText.WithRequests(Organ, 2022, requests: 2);
        var lost = string.Join('\n', whole.Split('\n').Where(line => !line.Contains("四、结转下年度继续办理", StringComparison.Ordinal)));

        var run = await CliRun.Of("compare", "--format", "json", _folder.Write("a.txt", whole), _folder.Write("b.txt", lost));

        var node = JsonNode.Parse(run.Results)!;
        Assert.Empty(node["differences"]!.AsArray());
        Assert.Equal(7, node["undecided"]!.AsArray().Count);
        Assert.All(node["undecided"]!.AsArray(), cell => Assert.Null(cell!["b"]));
    }

    [Fact]
    public async Task Likeness_of_the_text_is_given_by_section()
    {
        var text = SampleText.WithRequests(Organ, 2022, requests: 2);
        var run = await CliRun.Of("compare", "--format", "json", _folder.Write("a.txt", text), _folder.Write("b.txt", text.Replace("没有收取信息处理费", "依照规定向两名申请人收取费用", StringComparison.Ordinal)));

        var sections = JsonNode.Parse(run.Results)!["narrative"]!.AsArray().ToDictionary(item => item!["section"]!.GetValue<string>(), item => item!["similarity"]!.GetValue<double>());
        Assert.Equal(1, sections["s5"]);
        Assert.InRange(sections["s6"], 0, 0.5);
    }
}
