namespace Gongkai.Cli.Tests;

/// <summary>gongkai calendar due.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task Gives_the_date_and_the_reason_of_every_day()
    {
        var run = await CliRun.Of("calendar", "due", "2024-04-26", "5");

        Assert.Equal(0, run.Code);
        Assert.Equal("2024-05-07（周二）", run.Lines[0]);
        Assert.Equal(11, run.Lines.Length - 1);
        Assert.Contains("2024-04-28 周日 调休上班（劳动节，国办发明电〔2023〕7号） 第1个工作日", run.Lines);
        Assert.Contains("2024-05-01 周三 放假（劳动节，国办发明电〔2023〕7号） 不计", run.Lines);
    }

    [Theory]
    [InlineData("2031-01-01", "3")]
    [InlineData("2018-01-01", "3")]
    [InlineData("2024-02-30", "3")]
    [InlineData("someday", "3")]
    [InlineData("2024-01-01", "0")]
    public async Task Ends_with_2_when_it_cannot_be_told(string date, string days)
    {
        var run = await CliRun.Of("calendar", "due", date, days);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Results);
        Assert.NotEmpty(run.Messages);
    }
}
