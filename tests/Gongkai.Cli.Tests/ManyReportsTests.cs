using System.Text.Json.Nodes;

namespace Gongkai.Cli.Tests;

/// <summary>Thousands of files in one run.</summary>
public sealed class ManyReportsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Give_a_result_each_in_order_and_the_unreadable_ones_do_not_stop_the_others()
    {
        const int Count = 2000;
        for (var i = 0; i < Count; i++)
            _folder.Write($"{i:0000}.txt", i % 100 == 7 ? "不是报告" : SampleText.WithRequests($"云泽市第{i}街道办事处", 2022, requests: i));

        var run = await CliRun.Of("check", "--format", "json", _folder.Path);

        var array = JsonNode.Parse(run.Results)!.AsArray();
        Assert.Equal(2, run.Code);
        Assert.Equal(Enumerable.Range(0, Count).Select(i => _folder.At($"{i:0000}.txt")), array.Select(item => item!["file"]!.GetValue<string>()));
        Assert.Equal(20, array.Count(item => item!["error"] is not null));
        Assert.All(array.Index().Where(item => item.Item!["error"] is null), item =>
            Assert.Equal(item.Index, item.Item!["report"]!["t3"]!["received_new"]!["total"]!.GetValue<int>()));
    }
}
