namespace Gongkai.Publishing;

/// <summary>公开记录: what the public may know of a document's history: when it came, what was changed and why, and where it went.</summary>
public static class PublicRecord
{
    /// <summary>变更记录, oldest first.</summary>
    public static IReadOnlyList<PublicChange> Of(IPublicFacts document) =>
    [
        .. from taken in document.History
           let what = NameOf(document, taken)
           where what is not null
           select new PublicChange(taken.Effective ?? taken.On, what, taken.Reason, taken.ByDocument),
    ];

    /// <summary>撤下说明: what stands in the place of a withdrawn document; null for every other.</summary>
    public static Tombstone? TombstoneOf(IPublicFacts document) =>
        document.State.IsGone && document.History.Last(taken => taken.Step == Procedure.Withdraw.Id) is var taken
            ? new Tombstone(taken.PublicTitle ?? document.LastShown!.Title, document.IndexNumber!, taken.Reason!, taken.On)
            : null;

    private static string? NameOf(IPublicFacts document, StepTaken taken) => taken.Step switch
    {
        _ when taken.Step == Procedure.MoveIn.Id => document.PublishedOn is null ? null : "在原网站公开",
        _ when taken.Step == Procedure.Publish.Id && IsOfWithdrawn(document, taken) => "更正后重新公开",
        _ when taken.Step == Procedure.Publish.Id && document.History.First(first => first.Step == Procedure.Publish.Id) != taken => "修订",
        _ when taken.Step == Procedure.Publish.Id => document.History.All(first => first.Step != Procedure.MoveIn.Id) ? "公开" : "迁入本平台",
        _ when taken.Step == Procedure.Withdraw.Id => "撤下",
        _ when taken.Step == Procedure.Repeal.Id => taken.Effective is null ? "记为已废止，日期不详" : "废止",
        _ when taken.Step == Procedure.Expire.Id => taken.Effective is null ? "记为已失效，日期不详" : "失效",
        _ when taken.Step == Procedure.Lapse.Id => "失效",
        _ when taken.Step == Procedure.Archive.Id => "归档",
        _ => null,
    };

    /// <summary>Whether the last thing the public was told before was that it is gone.</summary>
    private static bool IsOfWithdrawn(IPublicFacts document, StepTaken publication) =>
        document.History.LastOrDefault(taken => taken.Number < publication.Number && (taken.Step == Procedure.Publish.Id || taken.Step == Procedure.Withdraw.Id))?.Step == Procedure.Withdraw.Id;
}

/// <summary>One line of the public history.</summary>
public sealed record PublicChange(DateOnly On, string What, string? Reason, string? ByDocument);

/// <summary>撤下说明.</summary>
public sealed record Tombstone(string Title, string IndexNumber, string Reason, DateOnly On);
