using Gongkai.Data;

namespace Gongkai.Web.Office.Shell;

/// <summary>日期: as people read them.</summary>
public static class Dates
{
    private static readonly string[] s_weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
    private static readonly TimeSpan s_china = TimeSpan.FromHours(8);

    public static string Full(DateOnly day) => $"{day:yyyy年M月d日}（{s_weekdays[(int)day.DayOfWeek]}）";

    public static string Minute(DateTimeOffset instant) => $"{instant.LegalDate:yyyy年M月d日} {instant.ToOffset(s_china):HH:mm}";

    public static string Clock(DateTimeOffset instant) => $"{instant.ToOffset(s_china):HH:mm:ss}";

    public static string Moment(DateTimeOffset instant) => $"{instant.LegalDate:yyyy年M月d日} {instant.ToOffset(s_china):HH:mm:ss}";
}
