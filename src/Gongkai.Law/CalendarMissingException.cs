namespace Gongkai.Law;

/// <summary>没有日历: the holidays of a year are not known, so no working day of it can be told; never guessed from weekdays alone.</summary>
public sealed class CalendarMissingException(int year)
    : Exception($"没有{year}年的放假安排，无法计算该年的工作日；国务院办公厅发布放假通知后，请更新工作日日历。")
{
    public int Year { get; } = year;
}
