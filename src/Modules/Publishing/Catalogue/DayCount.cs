using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>日数单位.</summary>
public enum DayUnit
{
    WorkingDays,
    CalendarDays,

    /// <summary>及时: no figure; the general period of article 26 is the outer bound.</summary>
    Promptly,
}

/// <summary>日数: 20个工作日, 30日, 及时; a limit or a rhythm.</summary>
public readonly partial record struct DayCount(int Days, DayUnit Unit)
{
    private const int Longest = 3660;

    /// <summary>第二十六条: 20 working days from creation or change.</summary>
    public static DayCount Article26 { get; } = new(20, DayUnit.WorkingDays);

    private static readonly Dictionary<string, int> s_rhythms = new() { ["周"] = 7, ["月"] = 31, ["季度"] = 92, ["半年"] = 183, ["年"] = 366 };

    public string Name => Unit switch
    {
        DayUnit.WorkingDays => $"{Days}个工作日",
        DayUnit.CalendarDays => $"{Days}日",
        _ => "及时",
    };

    /// <summary>As a rhythm: 每月, 每30日.</summary>
    public string RhythmName
    {
        get
        {
            var days = Days;
            return Unit == DayUnit.CalendarDays && s_rhythms.FirstOrDefault(rhythm => rhythm.Value == days).Key is { } known ? $"每{known}" : $"每{Name}";
        }
    }

    /// <summary>What is counted: of 及时 the period of article 26.</summary>
    public DayCount Counted => Unit == DayUnit.Promptly ? Article26 : this;

    /// <summary>Days of this unit after the first day, up to and with the last; null where the calendar of a year is not known.</summary>
    public int? Between(DateOnly first, DateOnly last, WorkingDays calendar)
    {
        if (Counted.Unit == DayUnit.CalendarDays)
            return Math.Max(0, last.DayNumber - first.DayNumber);
        var days = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (!calendar.Covers(day.Year))
                return null;
            days += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    /// <summary>As people write it: 20个工作日, 7日, 每月, 及时.</summary>
    /// <exception cref="RefusedException">It is no number of days.</exception>
    public static DayCount Parse(string text, string label, string field)
    {
        text = text.Trim();
        if (text is "及时" or "实时" or "即时")
            return new DayCount(0, DayUnit.Promptly);
        if (text.StartsWith('每') && s_rhythms.TryGetValue(text[1..], out var rhythm))
            return new DayCount(rhythm, DayUnit.CalendarDays);
        if (Shape().Match(text) is { Success: true } match && int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and <= Longest and var days)
            return new DayCount(days, match.Groups["unit"].Value.Contains('工', StringComparison.Ordinal) ? DayUnit.WorkingDays : DayUnit.CalendarDays);
        throw new RefusedException($"{label}“{text}”应当写成“20个工作日”“30日”“每月”或者“及时”。", field);
    }

    [GeneratedRegex(@"^每?(?<days>[0-9]{1,4})(?<unit>个?工作日|个?自然日|日|天)(内)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
