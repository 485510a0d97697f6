namespace Gongkai.Law.Tests;

/// <summary>工作日: days as the holiday notices arrange them.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Number_as_many_a_year_as_the_notices_leave(int year, int expected) =>
        Assert.Equal(expected, DaysOf(year).Count(Calendars.Latest.IsWorkingDay));

    [Theory]
    [InlineData("2024-02-09", DayKind.Weekday, "工作日")]
    [InlineData("2025-01-28", DayKind.Holiday, "放假（春节，国办发明电〔2024〕12号）")]
    [InlineData("2024-09-14", DayKind.MakeUp, "调休上班（中秋节，国办发明电〔2023〕7号）")]
    [InlineData("2024-09-21", DayKind.Weekend, "周末")]
    [InlineData("2022-12-31", DayKind.Holiday, "放假（元旦，国办发明电〔2022〕16号）")]
    [InlineData("2023-01-03", DayKind.Weekday, "工作日")]
    [InlineData("2020-01-19", DayKind.MakeUp, "调休上班（春节，国办发明电〔2019〕16号）")]
    [InlineData("2020-01-31", DayKind.Holiday, "放假（春节，国办发明电〔2020〕1号）")]
    [InlineData("2020-02-01", DayKind.Holiday, "放假（春节，国办发明电〔2020〕1号）")]
    public void Explain_themselves(string date, DayKind kind, string reason)
    {
        var day = Calendars.Latest.Explain(DateOnly.Parse(date));

        Assert.Equal((kind, reason), (day.Kind, day.Reason));
    }

    [Theory]
    [InlineData("2019-03-21", "2019-05-02", true)]
    [InlineData("2019-03-22", "2019-05-02", false)]
    [InlineData("2019-03-21", "2019-04-28", false)]
    [InlineData("2019-03-22", "2019-04-28", true)]
    [InlineData("2020-01-25", "2020-01-31", true)]
    [InlineData("2020-01-26", "2020-01-31", false)]
    [InlineData("2020-01-25", "2020-02-01", true)]
    [InlineData("2020-01-26", "2020-02-01", false)]
    public void Follow_the_plan_known_on_a_day(string known, string date, bool worked) =>
        Assert.Equal(worked, Calendars.AsOf(DateOnly.Parse(known)).IsWorkingDay(DateOnly.Parse(date)));

    [Theory]
    [InlineData(2018)]
    [InlineData(1)]
    [InlineData(9999)]
    public void Are_never_guessed_for_a_year_without_calendar(int year)
    {
        var refused = Assert.Throws<CalendarMissingException>(() => Calendars.Latest.IsWorkingDay(new DateOnly(year, 12, 31)));

        Assert.Equal(year, refused.Year);
        Assert.Contains($"没有{year}年的放假安排", refused.Message);
    }

    [Fact]
    public void Of_a_year_are_unknown_before_its_notice()
    {
        var notice = Calendars.Notices.First(notice => notice.Year == 2026);

        Assert.False(Calendars.AsOf(notice.Issued.AddDays(-1)).Covers(2026));
        Assert.True(Calendars.AsOf(notice.Issued).Covers(2026));
    }

    [Fact]
    public void Agree_day_by_day_with_the_published_data_sets()
    {
        var real = Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS");
        Assert.SkipUnless(real is not null, "GONGKAI_REAL_DOCUMENTS is not set");

        var rows = File.ReadLines(Path.Combine(real!, "data/workdays/workdays-2019-2026.csv")).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.True(rows.Count > 2900);
        Assert.All(rows, row => Assert.Equal(row[2] == "1", Calendars.Latest.IsWorkingDay(DateOnly.Parse(row[0]))));
    }

    private static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
