using System.CommandLine;
using System.Globalization;
using Gongkai.Law;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai calendar: working days, with the reason for every day.</summary>
internal static class CalendarCommand
{
    public static Command Create(Terminal terminal, Speech speech)
    {
        var date = new Argument<string>("DATE") { Description = speech.Say("起算的前一日，如 2024-04-02；当日不计入", "The day the period is counted from, as 2024-04-02; not counted itself") };
        var days = new Argument<int>("N") { Description = speech.Say("工作日数", "Number of working days") };
        var due = new Command("due", speech.Say("某日之后第 N 个工作日是哪天，逐日说明；没有该年放假安排时退出码为 2", "The N-th working day after DATE, with every day explained; exit code 2 for a year without calendar")) { date, days };
        due.SetAction(parsed => Due(terminal, speech, parsed.GetRequiredValue(date), parsed.GetValue(days)));
        return new Command("calendar", speech.Say("工作日日历", "Working days")) { due };
    }

    private static int Due(Terminal terminal, Speech speech, string date, int days)
    {
        if (!DateOnly.TryParseExact(date, ["yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            return Refuse(terminal, speech.Say($"“{date}”不是日期，应当写成 2024-04-02 的样子", $"“{date}” is no date; write it as 2024-04-02"));
        if (days < 1)
            return Refuse(terminal, speech.Say("工作日数应当是正整数", "The number of working days must be positive"));

        try
        {
            var deadline = Calendars.Latest.Due(start, days);
            terminal.Text.WriteLine($"{deadline.LastDay:yyyy-MM-dd}（{deadline.Days[^1].Day.Weekday}）");
            foreach (var counted in deadline.Days)
                terminal.Text.WriteLine($"{counted.Day.Date:yyyy-MM-dd} {counted.Day.Weekday} {counted.Day.Reason}{(counted.Number is { } number ? $" 第{number}个工作日" : " 不计")}");
            return ExitCode.Fine;
        }
        catch (CalendarMissingException problem)
        {
            return Refuse(terminal, problem.Message);
        }
    }

    private static int Refuse(Terminal terminal, string why)
    {
        terminal.Messages.WriteLine(why);
        return ExitCode.Unreadable;
    }
}
