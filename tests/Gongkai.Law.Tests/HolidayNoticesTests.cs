using System.Text;
using System.Text.Json;

namespace Gongkai.Law.Tests;

/// <summary>放假通知: the files of data/calendars.</summary>
public sealed class HolidayNoticesTests
{
    public static TheoryData<string> Numbers => [.. Calendars.Notices.Select(notice => notice.Number)];

    [Theory, MemberData(nameof(Numbers))]
    public void Carry_title_number_and_date_that_fit_together(string number)
    {
        var notice = NoticeOf(number);

        Assert.Matches(@"^国办发明电〔\d{4}〕\d+号$", notice.Number);
        Assert.Contains($"〔{notice.Issued.Year}〕", notice.Number);
        Assert.StartsWith("国务院办公厅关于", notice.Title);
        Assert.Contains($"{notice.Year}年", notice.Title);
        Assert.NotEmpty(notice.Festivals);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Arrange_days_of_their_own_year_and_of_the_december_before(string number)
    {
        var notice = NoticeOf(number);
        var days = notice.Festivals.SelectMany(festival => festival.DaysOff().Concat(festival.Work)).ToList();

        Assert.All(days, day => Assert.InRange(day, new DateOnly(notice.Year - 1, 12, 1), new DateOnly(notice.Year, 12, 31)));
        Assert.All(days, day => Assert.True(day > notice.Issued, $"{day} was over when the notice was issued"));
        Assert.Equal(days.Count, days.Distinct().Count());
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Give_up_to_ten_days_a_festival_and_make_them_up_at_weekends_near_by(string number) =>
        Assert.All(NoticeOf(number).Festivals, festival =>
        {
            Assert.InRange(festival.DaysOff().Count(), 1, 10);
            Assert.All(festival.Work, day =>
            {
                Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{day} is no weekend day");
                Assert.InRange(day, festival.From.AddDays(-14), festival.To.AddDays(14));
            });
        });

    [Fact]
    public void Arrange_every_year_without_a_gap_one_plan_each_and_adjustments_after_it()
    {
        var years = Calendars.Notices.GroupBy(notice => notice.Year).OrderBy(year => year.Key).ToList();

        Assert.Equal(Enumerable.Range(2019, years.Count), years.Select(year => year.Key));
        Assert.All(years, year =>
        {
            Assert.EndsWith($"{year.Key}年部分节假日安排的通知", year.First().Title);
            Assert.All(year.Skip(1), later => Assert.False(later.Title.EndsWith("部分节假日安排的通知", StringComparison.Ordinal)));
        });
    }

    [Theory]
    [InlineData("""{ "title": "t", "number": "n", "issued": "2030-11-01", "year": 2031 }""")]
    [InlineData("""{ "title": "t", "number": null, "issued": "2030-11-01", "year": 2031, "festivals": [] }""")]
    [InlineData("""{ "title": "t", "number": "n", "issued": "2030-11-31", "year": 2031, "festivals": [] }""")]
    [InlineData("""{ "title": "t", "number": "n", "issued": "2030-11-01", "year": 2031, "festivals": [], "holidays": [] }""")]
    [InlineData("""{ "title": "t", "number": "n", "issued": "2030-11-01", "year": 2031, "festivals": [ { "name": "元旦", "from": "2031-01-01", "work": [] } ] }""")]
    [InlineData("null")]
    public void Are_refused_when_a_member_is_missing_unknown_or_impossible(string json) =>
        Assert.Throws<JsonException>(() => HolidayNotice.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));

    private static HolidayNotice NoticeOf(string number) => Assert.Single(Calendars.Notices, notice => notice.Number == number);
}
