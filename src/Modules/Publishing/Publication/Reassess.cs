using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>确认不公开, on the completed review of the withholding; it comes back within a year (article 18).</summary>
public sealed class WithholdDocument(DocumentDesk desk)
{
    /// <summary>定期: the law names no period.</summary>
    public const int MonthsUntilAssessment = 12;

    public async Task Run(DocumentId id, DateOnly? assessAgainOn, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        document.Withhold(await desk.Db.ProofFor(document, cancel), Date(document, assessAgainOn, desk.Clock.Today()), by, desk.Now);
        await desk.Close(document, Act.Withhold, by, cancel);
    }

    /// <summary>Within a year, and of a secret no later than the day after its term.</summary>
    internal static DateOnly Date(Document document, DateOnly? typed, DateOnly today)
    {
        var latest = today.AddMonths(MonthsUntilAssessment);
        if (document.SecretUntil is { } last && last >= today && last < latest)
            latest = last.AddDays(1);
        if (typed <= today || typed > latest)
            throw new RefusedException($"下次评估日期应当在今天之后、{latest:yyyy年M月d日}之前。", "assess_again_on");
        return typed ?? latest;
    }
}

/// <summary>定期评估 (article 18): withhold on, or make public by the ordinary way.</summary>
public sealed class Reassess(DocumentDesk desk)
{
    public Task Run(DocumentId id, bool mayBePublic, string reason, DateOnly? assessAgainOn, Officer by, uint? seen, CancellationToken cancel) => Run(id, mayBePublic, reason, liftedBy: null, assessAgainOn, by, seen, cancel);

    /// <param name="id">Which document.</param>
    /// <param name="mayBePublic">What the assessment came to.</param>
    /// <param name="reason">Why.</param>
    /// <param name="liftedBy">Where an absolute ground has fallen away: the paper that says so.</param>
    /// <param name="assessAgainOn">When it goes on being withheld.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The version the person saw.</param>
    /// <param name="cancel">To stop.</param>
    public async Task Run(DocumentId id, bool mayBePublic, string reason, string? liftedBy, DateOnly? assessAgainOn, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        if (mayBePublic)
            document.Release(reason, liftedBy, by, desk.Now);
        else
            document.KeepWithheld(reason, WithholdDocument.Date(document, assessAgainOn, desk.Clock.Today()), by, desk.Now);
        await desk.Close(document, Act.Reassess, by, cancel);
    }
}
