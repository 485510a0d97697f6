using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>解读期限 (P3): a rule or normative document has its interpretation with it, at the latest three working days after.</summary>
/// <param name="Due">The period, day by day.</param>
/// <param name="InterpretedOn">The first interpretation; null while there is none.</param>
public sealed record InterpretationDuty(Deadline Due, DateOnly? InterpretedOn)
{
    public const int Allowed = 3;

    /// <summary>Null where none is due: another kind, or not public.</summary>
    public static InterpretationDuty? Of(DocumentKind kind, DateOnly? publishedOn, IEnumerable<DateOnly> interpretations, WorkingDays calendar) =>
        kind.IsNormative && publishedOn is { } day ? new InterpretationDuty(calendar.Due(day, Allowed), interpretations.Cast<DateOnly?>().Min()) : null;

    /// <summary>报警: nothing on the last day's end, or too late.</summary>
    public bool IsOverdueOn(DateOnly today) => InterpretedOn is { } done ? done > Due.LastDay : today > Due.LastDay;
}
