namespace Gongkai.Cli.Tests;

/// <summary>gongkai check over several years of one body.</summary>
public sealed class YearsTests : IDisposable
{
    private const string Organ = "云泽市科学技术局";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_of_one_body_are_put_in_order_and_checked_against_each_other()
    {
        var third = _folder.Write("a.txt", SampleText.WithRequests(Organ, 2023, requests: 5, carriedIn: 2));
        var first = _folder.Write("b.txt", SampleText.WithRequests(Organ, 2021, requests: 4, carriedOut: 1));
        var second = _folder.Write("c.txt", SampleText.WithRequests(Organ, 2022, requests: 4, carriedIn: 1));
        var other = _folder.Write("d.txt", SampleText.WithRequests("云泽市民政局", 2022, requests: 4, carriedOut: 9));

        var run = await CliRun.Of("check", third, first, second, other);

        var found = run.Lines.Where(line => line.Contains("error R073", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, found.Count);
        Assert.All(found, line => Assert.Contains("a.txt(", line, StringComparison.Ordinal));
        Assert.Contains("2022年报告结转下年度 0 件，本报告上年结转 2 件", found[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_report_can_be_given()
    {
        var path = _folder.Write("2022.txt", SampleText.WithRequests(Organ, 2022, requests: 4));
        var previous = _folder.Write("2021.txt", SampleText.WithRequests(Organ, 2021, requests: 4, carriedOut: 1));

        var run = await CliRun.Of("check", "--previous", previous, path);

        Assert.Equal(1, run.Code);
        Assert.Contains("error R073", run.Results, StringComparison.Ordinal);
        Assert.DoesNotContain("2021.txt", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_report_of_another_body_is_not_compared()
    {
        var path = _folder.Write("2022.txt", SampleText.WithRequests(Organ, 2022, requests: 4));
        var previous = _folder.Write("2021.txt", SampleText.WithRequests("云泽市民政局", 2021, requests: 4, carriedOut: 1));

        var run = await CliRun.Of("check", "--previous", previous, path);

        Assert.Equal(0, run.Code);
        Assert.Contains("info R080", run.Results, StringComparison.Ordinal);
        Assert.Contains("note R073", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_report_that_cannot_be_read_stops_the_run()
    {
        var path = _folder.Write("2022.txt", SampleText.WithRequests(Organ, 2022, requests: 4));

        var run = await CliRun.Of("check", "--previous", _folder.At("nothing.txt"), path);

        Assert.Equal(2, run.Code);
        Assert.Contains("上年报告", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Results);
    }
}
