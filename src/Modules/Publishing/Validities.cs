namespace Gongkai.Publishing;

/// <summary>有效性: whether a rule or normative document is in force on a day, and by what it ended; follows from its history.</summary>
public static class Validities
{
    /// <summary>Null for what has none: general information, and what was never public.</summary>
    public static Validity? On(IPublicFacts document, DateOnly day)
    {
        if (!document.Kind.IsNormative || document.PublishedOn is null || document.PublishedOn > day)
            return null;
        if (End(document) is { } end && end.On <= day)
            return end.Validity;
        return document.History.Count(taken => taken.Step == Procedure.Publish.Id && taken.On <= day) > 1 ? Validity.Amended : Validity.InForce;
    }

    /// <summary>The same from the dates a list reads: the day of repeal, the first day after it expired, and whether it was published again.</summary>
    internal static Validity? Of(DocumentKind kind, DateOnly? repealed, DateOnly? expired, bool isAmended, DateOnly day)
    {
        if (!kind.IsNormative)
            return null;
        if (repealed <= day && !(expired < repealed))
            return Validity.Repealed;
        return expired <= day ? Validity.Expired : isAmended ? Validity.Amended : Validity.InForce;
    }

    /// <summary>The first day on which it is no longer in force; null while nothing says so.</summary>
    public static DateOnly? Ended(IPublicFacts document) => document.Kind.IsNormative ? End(document)?.On : null;

    internal static (DateOnly On, Validity Validity)? End(IPublicFacts document)
    {
        (DateOnly On, Validity Validity)? first = null;
        foreach (var taken in document.History.Where(taken => taken.Step == Procedure.Repeal.Id || taken.Step == Procedure.Expire.Id))
            first = Earlier(first, (taken.Effective ?? taken.On, taken.Step == Procedure.Repeal.Id ? Validity.Repealed : Validity.Expired));
        return document.LastShown?.ExpiresOn is { } last ? Earlier(first, (last.AddDays(1), Validity.Expired)) : first;
    }

    private static (DateOnly On, Validity Validity)? Earlier((DateOnly On, Validity Validity)? one, (DateOnly On, Validity Validity) other) =>
        one is { } first && first.On <= other.On ? first : other;
}
