using Gongkai.Bodies;
using Gongkai.Publishing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>日数: limits and rhythms as people write them.</summary>
public sealed class DayCountTests
{
    [Theory]
    [InlineData("20个工作日", 20, DayUnit.WorkingDays)]
    [InlineData("7工作日", 7, DayUnit.WorkingDays)]
    [InlineData("20日内", 20, DayUnit.CalendarDays)]
    [InlineData("每30天", 30, DayUnit.CalendarDays)]
    [InlineData("每月", 31, DayUnit.CalendarDays)]
    [InlineData("及时", 0, DayUnit.Promptly)]
    public void Are_read(string text, int days, DayUnit unit) => Assert.Equal(new DayCount(days, unit), DayCount.Parse(text, "公开时限", "limit"));

    [Theory]
    [InlineData("")]
    [InlineData("0日")]
    [InlineData("9999日")]
    [InlineData("两周")]
    [InlineData("20")]
    public void What_is_none_is_refused_with_the_field(string text) => Assert.Equal("limit", Assert.Throws<RefusedException>(() => DayCount.Parse(text, "公开时限", "limit")).Field);

    [Fact]
    public void A_name_reads_back() => Assert.All([new DayCount(20, DayUnit.WorkingDays), new(30, DayUnit.CalendarDays), new(0, DayUnit.Promptly)], count => Assert.Equal(count, DayCount.Parse(count.Name, "", "")));
}
