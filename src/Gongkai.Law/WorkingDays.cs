using System.Collections.Frozen;

namespace Gongkai.Law;

/// <summary>工作日: which days are worked, by holiday notices. Each day is what the latest notice that names it says; no other weekday is off.</summary>
public sealed class WorkingDays
{
    private readonly FrozenSet<int> _years;
    private readonly FrozenDictionary<DateOnly, CalendarDay> _arranged;

    /// <param name="notices">In the order of issue, so that a later one overrides an earlier one day by day.</param>
    public WorkingDays(IReadOnlyList<HolidayNotice> notices)
    {
        var arranged = new Dictionary<DateOnly, CalendarDay>();
        foreach (var notice in notices)
        {
            foreach (var festival in notice.Festivals)
            {
                foreach (var day in festival.DaysOff())
                    arranged[day] = new CalendarDay(day, DayKind.Holiday, festival.Name, notice);
                foreach (var day in festival.Work)
                    arranged[day] = new CalendarDay(day, DayKind.MakeUp, festival.Name, notice);
            }
        }

        _years = notices.Select(notice => notice.Year).ToFrozenSet();
        _arranged = arranged.ToFrozenDictionary();
    }

    /// <summary>Whether the holidays of that year are known; of other years no day can be told.</summary>
    public bool Covers(int year) => _years.Contains(year);

    /// <exception cref="CalendarMissingException">The year has no calendar.</exception>
    public bool IsWorkingDay(DateOnly day) => Explain(day).IsWorked;

    /// <summary>What the day is, and by which notice.</summary>
    /// <exception cref="CalendarMissingException">The year has no calendar.</exception>
    public CalendarDay Explain(DateOnly day)
    {
        if (!Covers(day.Year))
            throw new CalendarMissingException(day.Year);

        return _arranged.TryGetValue(day, out var arranged) ? arranged
            : new CalendarDay(day, day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Weekday);
    }

    /// <summary>期限: the n-th working day after a day, which itself is not counted, with every day on the way.</summary>
    /// <exception cref="CalendarMissingException">The count reaches a year without calendar.</exception>
    public Deadline Due(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);

        var days = new List<CountedDay>();
        var counted = 0;
        for (var date = start; counted < workingDays;)
        {
            date = date < DateOnly.MaxValue ? date.AddDays(1) : throw new CalendarMissingException(date.Year);
            var day = Explain(date);
            days.Add(new CountedDay(day, day.IsWorked ? ++counted : null));
        }

        return new Deadline(start, workingDays, days);
    }
}

/// <summary>期限: the last day of a period in working days, and the day-by-day reason for it.</summary>
/// <param name="Start">The day the period is counted from, not counted itself.</param>
/// <param name="WorkingDays">Length of the period.</param>
/// <param name="Days">Every day after the start up to the last one.</param>
public sealed record Deadline(DateOnly Start, int WorkingDays, IReadOnlyList<CountedDay> Days)
{
    public DateOnly LastDay => Days[^1].Day.Date;
}

/// <summary>A day of a period, and the how-manieth working day it is; null when it is not worked.</summary>
public readonly record struct CountedDay(CalendarDay Day, int? Number);
