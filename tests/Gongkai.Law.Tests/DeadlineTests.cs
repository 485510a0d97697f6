namespace Gongkai.Law.Tests;

/// <summary>期限: periods in working days, counted from the day after.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2024-09-10", 20, "2024-10-14")] // over two festivals and three make-up days
    [InlineData("2024-10-14", 20, "2024-11-11")] // extended by twenty
    [InlineData("2024-10-14", 10, "2024-10-28")] // extended by ten
    [InlineData("2025-04-24", 7, "2025-05-07")]  // notice to supplement
    [InlineData("2025-04-24", 20, "2025-05-26")]
    [InlineData("2025-05-15", 20, "2025-06-13")] // from the completed request
    [InlineData("2025-09-15", 20, "2025-10-17")]
    [InlineData("2025-10-17", 12, "2025-11-04")] // third party answered
    [InlineData("2025-09-22", 15, "2025-10-17")] // third party silent
    [InlineData("2025-10-17", 16, "2025-11-10")]
    [InlineData("2024-01-22", 20, "2024-02-22")]
    [InlineData("2024-02-22", 10, "2024-03-07")]
    [InlineData("2024-03-07", 15, "2024-03-28")]
    [InlineData("2026-01-05", 20, "2026-02-02")]
    [InlineData("2026-01-20", 20, "2026-02-24")] // time to pay
    [InlineData("2026-02-24", 20, "2026-03-23")] // from the payment
    [InlineData("2026-02-14", 20, "2026-03-20")] // received on a make-up Saturday
    [InlineData("2025-05-17", 20, "2025-06-16")] // signed for on a Saturday
    [InlineData("2025-09-26", 20, "2025-10-30")] // proactive disclosure
    [InlineData("2024-04-30", 15, "2024-05-23")] // body that made the document too
    public void Ends_on_the_nth_working_day_after(string start, int workingDays, string lastDay) =>
        Assert.Equal(DateOnly.Parse(lastDay), Calendars.Latest.Due(DateOnly.Parse(start), workingDays).LastDay);

    [Fact]
    public void Moves_when_an_emergency_notice_changes_the_plan()
    {
        var received = new DateOnly(2020, 1, 20);

        Assert.Equal(new DateOnly(2020, 2, 21), Calendars.AsOf(new DateOnly(2020, 1, 20)).Due(received, 20).LastDay);
        Assert.Equal(new DateOnly(2020, 2, 25), Calendars.AsOf(new DateOnly(2020, 1, 26)).Due(received, 20).LastDay);
    }

    [Fact]
    public void Explains_every_day_on_the_way()
    {
        var deadline = Calendars.Latest.Due(new DateOnly(2024, 9, 12), 2);

        Assert.Equal(
            ["2024-09-13 周五 工作日 1", "2024-09-14 周六 调休上班（中秋节，国办发明电〔2023〕7号） 2"],
            deadline.Days.Select(counted => $"{counted.Day.Date:yyyy-MM-dd} {counted.Day.Weekday} {counted.Day.Reason} {counted.Number}"));
    }

    [Fact]
    public void Counts_the_worked_days_only_and_leaves_none_out()
    {
        var deadline = Calendars.Latest.Due(new DateOnly(2024, 9, 10), 20);

        Assert.Equal(Enumerable.Range(1, 20), deadline.Days.Where(counted => counted.Number is not null).Select(counted => counted.Number!.Value));
        Assert.Equal(34, deadline.Days.Count);
        Assert.All(deadline.Days, counted => Assert.Equal(counted.Day.IsWorked, counted.Number is not null));
        Assert.Equal(Enumerable.Range(1, 34).Select(deadline.Start.AddDays), deadline.Days.Select(counted => counted.Day.Date));
    }

    [Fact]
    public void Stops_where_the_calendar_ends()
    {
        var lastYear = Calendars.Notices.Max(notice => notice.Year);

        var refused = Assert.Throws<CalendarMissingException>(() => Calendars.Latest.Due(new DateOnly(lastYear, 12, 28), 20));

        Assert.Equal(lastYear + 1, refused.Year);
    }

    [Fact]
    public void Is_refused_at_the_end_of_time() =>
        Assert.Throws<CalendarMissingException>(() => Calendars.Latest.Due(DateOnly.MaxValue, 1));

    [Theory]
    [InlineData(0)]
    [InlineData(-20)]
    public void Is_at_least_a_day_long(int workingDays) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendars.Latest.Due(new DateOnly(2024, 9, 10), workingDays));
}
