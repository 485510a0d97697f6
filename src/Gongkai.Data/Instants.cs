namespace Gongkai.Data;

/// <summary>时刻: between instants, which are UTC, and legal dates, which are Beijing's.</summary>
public static class Instants
{
    private static readonly TimeZoneInfo s_china = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    extension(DateTimeOffset instant)
    {
        public DateOnly LegalDate => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, s_china).DateTime);

        /// <summary>To the microsecond, in UTC: what both databases keep.</summary>
        public DateTimeOffset ToMicroseconds() => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>The first instant of a legal date.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, s_china.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
