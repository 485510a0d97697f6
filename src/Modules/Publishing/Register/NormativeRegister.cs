namespace Gongkai.Publishing;

/// <summary>规章、规范性文件台账: one document as the register counts it; every figure follows from these dates.</summary>
/// <param name="Kind">规章 or 行政规范性文件.</param>
/// <param name="MadeOn">成文日期.</param>
/// <param name="PublishedOn">First publication.</param>
/// <param name="WithdrawnOn">When it was taken out of sight.</param>
/// <param name="EndedOn">The first day on which it was no longer in force.</param>
public sealed record RegisterEntry(DocumentKind Kind, DateOnly MadeOn, DateOnly? PublishedOn, DateOnly? WithdrawnOn = null, DateOnly? EndedOn = null)
{
    /// <summary>Null for what is in no register: another kind, or without a date.</summary>
    public static RegisterEntry? Of(Document document)
    {
        var version = document.Versions.FirstOrDefault(version => version.Number == document.ShownVersion) ?? document.Working;
        if (!document.Kind.IsNormative || version.CreatedOn is not { } made || document.State == DocumentState.Discarded)
            return null;
        var withdrawn = document.State.IsGone ? document.History.Last(taken => taken.Step == Procedure.Withdraw.Id).On : (DateOnly?)null;
        return new RegisterEntry(document.Kind, made, document.PublishedOn, withdrawn, Validities.Ended(document));
    }

    public bool IsPublicOn(DateOnly day) => PublishedOn <= day && !(WithdrawnOn <= day);

    public bool IsInForceOn(DateOnly day) => MadeOn <= day && !(EndedOn <= day);
}

/// <summary>第二十条第（一）项统计: the counts of both editions of the report, for a year up to any of its days.</summary>
public static class NormativeRegister
{
    /// <summary>国办公开办函〔2019〕60号: made, newly public and public in all.</summary>
    public static TrialCounts Trial2019(IEnumerable<RegisterEntry> entries, DocumentKind kind, DateOnly upTo)
    {
        var own = entries.Where(entry => entry.Kind == kind).ToList();
        return new TrialCounts(
            own.Count(entry => InYear(entry.MadeOn, upTo)),
            own.Count(entry => entry.PublishedOn is { } day && InYear(day, upTo)),
            own.Count(entry => entry.IsPublicOn(upTo)));
    }

    /// <summary>国办公开办函〔2021〕30号: made, ended (repealed or expired, so that the years balance) and in force.</summary>
    public static Counts2021 Form2021(IEnumerable<RegisterEntry> entries, DocumentKind kind, DateOnly upTo)
    {
        var own = entries.Where(entry => entry.Kind == kind).ToList();
        return new Counts2021(
            own.Count(entry => InYear(entry.MadeOn, upTo)),
            own.Count(entry => entry.EndedOn is { } day && InYear(day, upTo)),
            own.Count(entry => entry.IsInForceOn(upTo)));
    }

    private static bool InYear(DateOnly day, DateOnly upTo) => day.Year == upTo.Year && day <= upTo;
}

/// <summary>`issued_this_year`, `published_this_year`, `public_total`.</summary>
public sealed record TrialCounts(int IssuedThisYear, int PublishedThisYear, int PublicTotal);

/// <summary>`issued_this_year`, `repealed_this_year`, `in_force`.</summary>
public sealed record Counts2021(int IssuedThisYear, int RepealedThisYear, int InForce);
