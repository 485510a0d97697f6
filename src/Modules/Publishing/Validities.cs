namespace Gongkai.Publishing;

/// <summary>有效性: whether a rule or normative document is in force on a day, and by what it ended; follows from its history and from what its text says of its amendments.</summary>
public static class Validities
{
    /// <summary>尚未施行.</summary>
    public const string NotYetName = "尚未施行";

    /// <summary>Null for what has none: general information, what was never public, and a day of which nobody can tell whether it had ended.</summary>
    public static Validity? On(IPublicFacts document, DateOnly day)
    {
        if (!document.Kind.IsNormative || document.PublishedOn is null || document.PublishedOn > day)
            return null;
        var end = End(document);
        if (end is not null && end.On <= day)
            return end.Validity;
        return end is { IsDayKnown: false } ? null : IsAmended(document.LastShown, day) ? Validity.Amended : Validity.InForce;
    }

    /// <summary>尚未施行: made and public, and its day has not come; of what ends it nothing is said.</summary>
    public static bool IsNotYetInEffect(IPublicFacts document, DateOnly day) => document.Kind.IsNormative && document.LastShown?.EffectiveOn > day && !(End(document)?.On <= day);

    /// <summary>有效性 as it is written.</summary>
    public static string? NameOn(IPublicFacts document, DateOnly day) => IsNotYetInEffect(document, day) ? NotYetName : On(document, day)?.Name;

    /// <summary>已修改, as far as the text says so: a corrected misprint is a revision and no amendment.</summary>
    public static bool IsAmended(DocumentContent? shown, DateOnly day) => Amendment.Of(shown?.Amendments).Any(amendment => amendment.HoldsOn(day));

    /// <summary>The same from the dates a list reads: the day of repeal, the first day after it expired, and whether it was amended.</summary>
    internal static Validity? Of(DocumentKind kind, DateOnly? repealed, DateOnly? expired, bool isAmended, DateOnly day)
    {
        if (!kind.IsNormative)
            return null;
        if (repealed <= day && !(expired < repealed))
            return Validity.Repealed;
        return expired <= day ? Validity.Expired : isAmended ? Validity.Amended : Validity.InForce;
    }

    /// <summary>The first day on which it is no longer in force, or on which that was recorded; null while nothing says so.</summary>
    public static DateOnly? Ended(IPublicFacts document) => document.Kind.IsNormative ? End(document)?.On : null;

    /// <summary>By what it ended or will end, and whether the day is known.</summary>
    public static Ending? End(IPublicFacts document) => End(document.History, document.LastShown?.ExpiresOn);

    internal static Ending? End(IEnumerable<StepTaken> history, DateOnly? expiresOn)
    {
        Ending? first = null;
        foreach (var taken in history.Where(taken => taken.Step == Procedure.Repeal.Id || taken.Step == Procedure.Expire.Id))
            first = Earlier(first, new Ending(taken.Effective ?? taken.On, taken.Step == Procedure.Repeal.Id ? Validity.Repealed : Validity.Expired, taken.Effective is not null));
        return expiresOn is { } last ? Earlier(first, new Ending(last.AddDays(1), Validity.Expired, IsDayKnown: true)) : first;
    }

    private static Ending Earlier(Ending? one, Ending other) => one is { } first && first.On <= other.On ? first : other;
}

/// <summary>终止施行: the first day on which a document no longer holds; where the day is not known, the one on which it was recorded that it had ended before.</summary>
public sealed record Ending(DateOnly On, Validity Validity, bool IsDayKnown);
