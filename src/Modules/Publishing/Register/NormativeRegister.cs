namespace Gongkai.Publishing;

/// <summary>第二十条第（一）项统计: the counts of both editions of the report, for a year up to any of its days.</summary>
public static class NormativeRegister
{
    private static readonly RegisterFigure s_issued = new("f2021.issued_this_year", "本年制发件数", (entry, on) => InYear(entry.MadeOn, on));
    private static readonly RegisterFigure s_ended = new("f2021.repealed_this_year", "本年废止件数", (entry, on) => entry.IsEndKnown && InYear(entry.EndedOn, on));
    private static readonly RegisterFigure s_inForce = new("f2021.in_force", "现行有效件数", (entry, on) => entry.IsInForceOn(on));
    private static readonly RegisterFigure s_made = new("trial2019.issued_this_year", "本年新制作数量", (entry, on) => InYear(entry.MadeOn, on));
    private static readonly RegisterFigure s_published = new("trial2019.published_this_year", "本年新公开数量", (entry, on) => InYear(entry.PublishedOn, on));
    private static readonly RegisterFigure s_public = new("trial2019.public_total", "对外公开总数量", (entry, on) => entry.IsPublicOn(on));

    /// <summary>国办公开办函〔2021〕30号: issued, ended (repealed or expired, so that the years balance) and in force.</summary>
    public static IReadOnlyList<RegisterFigure> Of2021 { get; } = [s_issued, s_ended, s_inForce];

    /// <summary>国办公开办函〔2019〕60号: made, newly public and public in all.</summary>
    public static IReadOnlyList<RegisterFigure> Of2019 { get; } = [s_made, s_published, s_public];

    /// <summary>What stands beside the figures, for people to look at before they are reported.</summary>
    public static IReadOnlyList<RegisterFigure> Beside { get; } =
    [
        new("not_yet_in_effect", Validities.NotYetName, (entry, on) => entry.IsNotYetInEffectOn(on)),
        new("withdrawn", "已撤下", (entry, on) => entry.IsWithdrawnOn(on)),
        new("incomplete", "不完整", (entry, on) => entry.IsIncompleteOn(on)),
    ];

    public static IReadOnlyList<RegisterFigure> All { get; } = [.. Of2021, .. Of2019, .. Beside];

    public static TrialCounts Trial2019(IEnumerable<RegisterEntry> entries, DocumentKind kind, DateOnly upTo)
    {
        var own = entries.Where(entry => entry.Kind == kind).ToList();
        return new TrialCounts(s_made.Count(own, upTo), s_published.Count(own, upTo), s_public.Count(own, upTo));
    }

    public static Counts2021 Form2021(IEnumerable<RegisterEntry> entries, DocumentKind kind, DateOnly upTo)
    {
        var own = entries.Where(entry => entry.Kind == kind).ToList();
        return new Counts2021(s_issued.Count(own, upTo), s_ended.Count(own, upTo), s_inForce.Count(own, upTo));
    }

    private static bool InYear(DateOnly? day, DateOnly upTo) => day?.Year == upTo.Year && day <= upTo;
}

/// <summary>统计项: a figure and which documents it counts.</summary>
/// <param name="Key">As programs and addresses name it: the edition and its cell.</param>
/// <param name="Name">As the form prints it.</param>
/// <param name="Counts">Whether a document counts on a day.</param>
public sealed record RegisterFigure(string Key, string Name, Func<RegisterEntry, DateOnly, bool> Counts)
{
    public int Count(IEnumerable<RegisterEntry> entries, DateOnly on) => entries.Count(entry => Counts(entry, on));
}

/// <summary>`issued_this_year`, `published_this_year`, `public_total`.</summary>
public sealed record TrialCounts(int IssuedThisYear, int PublishedThisYear, int PublicTotal);

/// <summary>`issued_this_year`, `repealed_this_year`, `in_force`.</summary>
public sealed record Counts2021(int IssuedThisYear, int RepealedThisYear, int InForce);
