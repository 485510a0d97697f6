namespace Gongkai.Law;

/// <summary>工作日日历: the calendars of every holiday notice in data/calendars, by what was known on a day.</summary>
public static class Calendars
{
    /// <summary>Every notice, in the order of issue.</summary>
    public static IReadOnlyList<HolidayNotice> Notices { get; } = [.. ReadNotices().OrderBy(notice => notice.Issued)];

    /// <summary>The calendar by all notices.</summary>
    public static WorkingDays Latest { get; } = new(Notices);

    /// <summary>
    /// The calendar as people knew it at the end of that day. A plan may change after a date was computed
    /// (劳动节 2019, 春节 2020), so an old date is explained by the plan of its own time.
    /// </summary>
    public static WorkingDays AsOf(DateOnly known) => new([.. Notices.Where(notice => notice.Issued <= known)]);

    private static IEnumerable<HolidayNotice> ReadNotices()
    {
        var assembly = typeof(Calendars).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("calendars/", StringComparison.Ordinal)))
        {
            using var json = assembly.GetManifestResourceStream(name)!;
            yield return HolidayNotice.Read(json);
        }
    }
}
