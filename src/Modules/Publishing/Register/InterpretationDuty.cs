using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>解读期限 (P3): a rule or normative document has its interpretation with it, at the latest three working days after.</summary>
/// <param name="PublishedOn">The day the period is counted from.</param>
/// <param name="Due">The period, day by day; null where a year of it has no calendar.</param>
/// <param name="InterpretedOn">The first interpretation; null while there is none.</param>
public sealed record InterpretationDuty(DateOnly PublishedOn, Deadline? Due, DateOnly? InterpretedOn)
{
    public const int Allowed = 3;

    /// <summary>Null where none is due: another kind, or not public.</summary>
    public static InterpretationDuty? Of(DocumentKind kind, DateOnly? publishedOn, IEnumerable<DateOnly> interpretations, WorkingDays calendar) =>
        kind.IsNormative && publishedOn is { } day ? new InterpretationDuty(day, DueAfter(day, calendar), interpretations.Cast<DateOnly?>().Min()) : null;

    /// <summary>报警: nothing on the last day's end, or too late; null where no calendar lets it be told.</summary>
    public bool? IsOverdueOn(DateOnly today)
    {
        var day = InterpretedOn ?? today;

        // No three working days end before the third day, whatever the calendar says.
        return day <= PublishedOn.AddDays(Allowed) ? false : Due is { } due ? day > due.LastDay : null;
    }

    private static Deadline? DueAfter(DateOnly day, WorkingDays calendar)
    {
        try
        {
            return calendar.Due(day, Allowed);
        }
        catch (CalendarMissingException)
        {
            return null;
        }
    }
}
