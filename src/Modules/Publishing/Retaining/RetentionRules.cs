using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>一个机关的保管期限: for each kind; what was decided with the archiving of a document holds before them.</summary>
public sealed class RetentionRules(IReadOnlyDictionary<DocumentKind, RetentionPeriod> periods, IReadOnlyDictionary<DocumentKind, uint> versions)
{
    public static async Task<RetentionRules> Of(GongkaiDb db, BodyId body, CancellationToken cancel)
    {
        var own = await db.RetentionRules.AsNoTracking().Where(rule => rule.Body == body).ToDictionaryAsync(rule => rule.Kind, cancel);
        return new RetentionRules(RetentionRule.Standard.ToDictionary(rule => rule.Key, rule => own.GetValueOrDefault(rule.Key)?.Period ?? rule.Value), own.ToDictionary(rule => rule.Key, rule => rule.Value.Version));
    }

    public RetentionPeriod this[DocumentKind kind] => periods[kind];

    /// <summary>版本 of what the body said itself; 0 while the standard holds.</summary>
    public uint VersionOf(DocumentKind kind) => versions.GetValueOrDefault(kind);

    /// <summary>How long a document is kept and until when; null for one that came to nothing or has no date yet.</summary>
    public Retention? For(Document document)
    {
        if (document.State is DocumentState.Discarded || (document.CreatedOn ?? document.PublishedOn) is not { } formedOn)
            return null;
        var decided = document.History.LastOrDefault(taken => taken.Retention is not null)?.Retention;
        var period = decided ?? this[document.Kind];
        return new Retention(period, formedOn, period.EndsOn(formedOn), decided is not null);
    }

    /// <summary>到期: what has been kept long enough by a day, and waits for people to decide.</summary>
    public IQueryable<Document> Ended(IQueryable<Document> documents, DateOnly today)
    {
        var kinds = Enum.GetValues<RetentionPeriod>().ToDictionary(period => period, period => periods.Where(rule => rule.Value == period).Select(rule => rule.Key).ToList());
        var (thirty, ten) = (kinds[RetentionPeriod.ThirtyYears], kinds[RetentionPeriod.TenYears]);
        var (by30, by10) = (RetentionPeriod.ThirtyYears.FormedBy(today), RetentionPeriod.TenYears.FormedBy(today));
        return from document in documents
               where document.State != DocumentState.Discarded
               let decided = document.History.Where(taken => taken.Retention != null).OrderByDescending(taken => taken.Number).Select(taken => taken.Retention).FirstOrDefault()
               let formedOn = document.CreatedOn ?? document.PublishedOn
               where (formedOn <= by30 && (decided == RetentionPeriod.ThirtyYears || (decided == null && thirty.Contains(document.Kind))))
                   || (formedOn <= by10 && (decided == RetentionPeriod.TenYears || (decided == null && ten.Contains(document.Kind))))
               select document;
    }
}

/// <summary>一件的保管期限.</summary>
/// <param name="Period">How long.</param>
/// <param name="FormedOn">From when it counts.</param>
/// <param name="EndsOn">The last day; null for ever. Derived, never stored.</param>
/// <param name="IsDecided">Whether it was decided with the archiving, and so outlives a change of the rules.</param>
public sealed record Retention(RetentionPeriod Period, DateOnly FormedOn, DateOnly? EndsOn, bool IsDecided)
{
    public bool IsEnded(DateOnly today) => EndsOn < today;
}
