using System.Text;
using System.Text.Json.Nodes;

namespace Gongkai.Cli.Tests;

/// <summary>gongkai check.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Organ = "云泽市科学技术局";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ends_with_0_and_a_clean_bill_when_no_error_is_found()
    {
        var run = await CliRun.Of("check", _folder.Write("good.txt", SampleText.WithRequests(Organ, 2022, requests: 3)));

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain(run.Lines, line => line.Contains(": error ", StringComparison.Ordinal));
        Assert.Matches($@"good\.txt: {Organ}2022年：.*\d+ 条规则通过", run.Lines[^1]);
    }

    [Fact]
    public async Task Ends_with_1_and_a_line_like_a_compilers_when_an_error_is_found()
    {
        var path = _folder.Write("bad.txt", SampleText.WithRequests(Organ, 2022, requests: 3).Replace("四、结转下年度继续办理\t0", "四、结转下年度继续办理\t7", StringComparison.Ordinal));

        var run = await CliRun.Of("check", path);

        Assert.Equal(1, run.Code);
        Assert.Contains(run.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(
            line, @"^.*bad\.txt\(\d+\): error R021: 申请数量收支不平：自然人.* \[t3\.carried_out\.natural_person\]$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Ends_with_2_and_says_why_for_each_file_that_cannot_be_read()
    {
        var good = _folder.Write("good.txt", SampleText.WithRequests(Organ, 2022, requests: 1));
        var contract = _folder.Write("contract.txt", "甲方向乙方购买办公桌十张，货到付款。\n");

        var run = await CliRun.Of("check", _folder.At("nothing.txt"), contract, good);

        Assert.Equal(2, run.Code);
        Assert.Contains("nothing.txt: 无法读取：文件不存在", run.Messages, StringComparison.Ordinal);
        Assert.Contains("contract.txt: 无法读取：", run.Messages, StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.Contains($"good.txt: {Organ}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prints_json_with_report_diagnostics_and_error()
    {
        var good = _folder.Write("good.txt", SampleText.WithRequests(Organ, 2022, requests: 3));

        var run = await CliRun.Of("check", "--format", "json", good, _folder.At("nothing.txt"));

        var array = JsonNode.Parse(run.Results)!.AsArray();
        Assert.Equal([good, _folder.At("nothing.txt")], array.Select(item => item!["file"]!.GetValue<string>()));
        Assert.Equal(3, array[0]!["report"]!["t3"]!["received_new"]!["natural_person"]!.GetValue<int>());
        Assert.Null(array[0]!["error"]);
        Assert.All(array[0]!["diagnostics"]!.AsArray(), item => Assert.Equal(["rule", "severity", "result", "at", "message", "source", "suggestion"], item!.AsObject().Select(member => member.Key)));
        Assert.Null(array[1]!["report"]);
        Assert.NotNull(array[1]!["error"]);
        Assert.Contains("科学技术局", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_passed_rules_only_when_asked()
    {
        var path = _folder.Write("good.txt", SampleText.WithRequests(Organ, 2022, requests: 3));

        var quiet = await CliRun.Of("check", path);
        var verbose = await CliRun.Of("check", "--verbose", path);
        var json = await CliRun.Of("check", "--verbose", "--format", "json", path);

        Assert.DoesNotContain("R021", quiet.Results, StringComparison.Ordinal);
        Assert.Contains("pass R021: 申请数量收支不平", verbose.Results, StringComparison.Ordinal);
        Assert.Contains(JsonNode.Parse(json.Results)![0]!["diagnostics"]!.AsArray(), item => item!["rule"]!.GetValue<string>() == "R021" && item["result"]!.GetValue<string>() == "pass");
    }

    [Fact]
    public async Task Gives_titles_of_rules_in_english_when_asked()
    {
        var path = _folder.Write("bad.txt", SampleText.WithRequests(Organ, 2022, requests: 3).Replace("四、结转下年度继续办理\t0", "四、结转下年度继续办理\t7", StringComparison.Ordinal));

        var run = await CliRun.Of("check", "--culture", "en", path);

        Assert.Contains("error R021: Requests received and carried in do not equal those handled and carried out: 自然人", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_standard_input()
    {
        var run = await CliRun.Of(Encoding.UTF8.GetBytes(SampleText.WithRequests(Organ, 2022, requests: 3)), "check", "-");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("-: ", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_facts()
    {
        var path = _folder.Write("good.txt", SampleText.WithRequests(Organ, 2022, requests: 3));
        var facts = _folder.Write("facts.json", """{ "published_on": "2023-02-03", "level": "department", "url": "http://www.yunze.gov.cn/zfxxgk/gknb/1.html" }""");

        var run = await CliRun.Of("check", "--facts", facts, path);

        Assert.Equal(1, run.Code);
        Assert.Contains("error R084", run.Results, StringComparison.Ordinal);
        Assert.DoesNotContain("R085", run.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "levle": "county" }""")]
    [InlineData("""{ "level": "village" }""")]
    [InlineData("level: county")]
    [InlineData("null")]
    public async Task Refuses_facts_that_say_something_unknown(string facts)
    {
        var path = _folder.Write("good.txt", SampleText.WithRequests(Organ, 2022, requests: 3));

        var run = await CliRun.Of("check", "--facts", _folder.Write("facts.json", facts), path);

        Assert.Equal(2, run.Code);
        Assert.Contains("facts.json", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Results);
    }

    [Fact]
    public async Task Compares_the_web_page_with_its_attachment()
    {
        var page = _folder.Write("page.txt", SampleText.WithRequests(Organ, 2022, requests: 3));
        var attachment = _folder.Write("attachment.txt", SampleText.WithRequests(Organ, 2022, requests: 4));

        var run = await CliRun.Of("check", page, attachment);

        Assert.Contains("warning R085", run.Results, StringComparison.Ordinal);
        Assert.Contains("与 attachment.txt 是同一份报告", run.Results, StringComparison.Ordinal);
    }
}
