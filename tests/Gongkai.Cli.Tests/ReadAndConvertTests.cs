using System.Text;
using System.Text.Json.Nodes;

namespace Gongkai.Cli.Tests;

/// <summary>gongkai read and gongkai convert.</summary>
public sealed class ReadAndConvertTests : IDisposable
{
    private const string Organ = "云泽市科学技术局";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_prints_every_report_of_every_file()
    {
        var two = _folder.Write("two.txt", SampleText.WithRequests(Organ, 2021, requests: 1) + "\n" + SampleText.WithRequests(Organ, 2022, requests: 2));
        var one = _folder.Write("one.txt", SampleText.WithRequests(Organ, 2020, requests: 3));

        var run = await CliRun.Of("read", two, one);

        Assert.Equal(0, run.Code);
        Assert.Equal([2021, 2022, 2020], JsonNode.Parse(run.Results)!.AsArray().Select(report => report!["year"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Read_goes_on_after_a_file_that_cannot_be_read()
    {
        var run = await CliRun.Of("read", _folder.At("nothing.txt"), _folder.Write("one.txt", SampleText.WithRequests(Organ, 2022, requests: 3)));

        Assert.Equal(2, run.Code);
        Assert.Single(JsonNode.Parse(run.Results)!.AsArray());
        Assert.Contains("nothing.txt", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.json")]
    [InlineData("out.docx")]
    [InlineData("out.xlsx")]
    [InlineData("out.html")]
    [InlineData("out.pdf")]
    public async Task What_is_converted_reads_back_the_same(string name)
    {
        var source = _folder.Write("in.txt", SampleText.WithRequests(Organ, 2022, requests: 3, carriedOut: 1));

        var converted = await CliRun.Of("convert", source, _folder.At(name));
        Assert.SkipWhen(converted.Messages.Contains("请先安装", StringComparison.Ordinal), "no program is installed that writes or reads PDF");
        var before = JsonNode.Parse((await CliRun.Of("read", source)).Results)!;
        var after = JsonNode.Parse((await CliRun.Of("read", _folder.At(name))).Results)!;

        Assert.Equal(0, converted.Code);
        Assert.Equal(before[0]!["t3"]!.ToJsonString(), after[0]!["t3"]!.ToJsonString());
        Assert.Empty(converted.Results);
    }

    [Fact]
    public async Task Convert_never_overwrites_its_input()
    {
        var source = await Converted();
        var before = await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken);

        var run = await CliRun.Of("convert", source, Path.Combine(_folder.Path, ".", "report.json"));

        Assert.Equal(2, run.Code);
        Assert.Contains("不能覆盖原文件", run.Messages, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Convert_asks_which_of_several_reports()
    {
        var source = _folder.Write("two.txt", SampleText.WithRequests(Organ, 2021, requests: 1) + "\n" + SampleText.WithRequests(Organ, 2022, requests: 2));

        var unclear = await CliRun.Of("convert", source, _folder.At("out.json"));
        var wrong = await CliRun.Of("convert", "--report", "3", source, _folder.At("out.json"));
        var second = await CliRun.Of("convert", "--report", "2", source, _folder.At("out.json"));

        Assert.Equal((2, 2, 0), (unclear.Code, wrong.Code, second.Code));
        Assert.Contains("--report", unclear.Messages, StringComparison.Ordinal);
        Assert.Equal(2022, JsonNode.Parse(await File.ReadAllTextAsync(_folder.At("out.json"), TestContext.Current.CancellationToken))!["year"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("out.odt")]
    [InlineData("out")]
    [InlineData("no/such/folder/out.json")]
    public async Task Convert_says_what_it_cannot_write(string name)
    {
        var run = await CliRun.Of(Encoding.UTF8.GetBytes(SampleText.WithRequests(Organ, 2022, requests: 3)), "convert", "-", _folder.At(name));

        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Messages);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    private async Task<string> Converted()
    {
        await CliRun.Of("convert", _folder.Write("in.txt", SampleText.WithRequests(Organ, 2022, requests: 3)), _folder.At("report.json"));
        return _folder.At("report.json");
    }
}
