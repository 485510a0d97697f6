namespace Gongkai.Law;

/// <summary>What a day is in the calendar: 工作日, 周末, 放假, 调休上班.</summary>
public enum DayKind { Weekday, Weekend, Holiday, MakeUp }

/// <summary>日历日: one day with the reason why it is worked or not.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Festival">The festival it belongs to, for a day that a notice names.</param>
/// <param name="Notice">The notice that names it.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Festival = null, HolidayNotice? Notice = null)
{
    public bool IsWorked => Kind is DayKind.Weekday or DayKind.MakeUp;

    /// <summary>The reason as people read it: 调休上班（中秋节，国办发明电〔2023〕7号）.</summary>
    public string Reason => Kind switch
    {
        DayKind.Weekday => "工作日",
        DayKind.Weekend => "周末",
        DayKind.Holiday => $"放假（{Festival}，{Notice?.Number}）",
        _ => $"调休上班（{Festival}，{Notice?.Number}）",
    };

    /// <summary>星期 as people read it: 周一.</summary>
    public string Weekday => $"周{"日一二三四五六"[(int)Date.DayOfWeek]}";
}
