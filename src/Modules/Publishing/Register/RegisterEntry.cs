namespace Gongkai.Publishing;

/// <summary>规章、规范性文件台账的一件: one issued document as the register counts it; every figure follows from these dates.</summary>
/// <param name="Kind">规章 or 行政规范性文件.</param>
/// <param name="MadeOn">成文日期; null where nobody has filled it in.</param>
/// <param name="PublishedOn">First publication.</param>
/// <param name="WithdrawnOn">When it was taken out of sight.</param>
/// <param name="EndedOn">The first day on which it was no longer in force, or on which it was recorded that it had ended before.</param>
public sealed record RegisterEntry(DocumentKind Kind, DateOnly? MadeOn, DateOnly? PublishedOn, DateOnly? WithdrawnOn = null, DateOnly? EndedOn = null)
{
    private static readonly DocumentState[] s_notIssued = [DocumentState.Draft, DocumentState.InReview, DocumentState.Discarded];

    public DocumentId Id { get; init; }
    public string Title { get; init; } = "";
    public string? IndexNumber { get; init; }
    public string? DocumentNumber { get; init; }

    /// <summary>When what was withdrawn was public again, corrected.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>施行日期; null where it holds from the day it was made.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Whether it is known since when it no longer holds; else it counts in no year.</summary>
    public bool IsEndKnown { get; init; } = true;

    /// <summary>不完整: what is not known of it, so that some of its figures are open.</summary>
    public IReadOnlyList<string> Missing => [.. MadeOn is null ? ["成文日期"] : Array.Empty<string>(), .. IsEndKnown ? Array.Empty<string>() : ["废止或者失效的日期"]];

    /// <summary>制发: signed by the whole chain of review; a draft is none, and nothing that was never signed.</summary>
    public static bool IsIssued(DocumentState state) => !s_notIssued.Contains(state);

    /// <summary>The states that stand in the register.</summary>
    internal static IReadOnlyList<DocumentState> Issued { get; } = [.. Enum.GetValues<DocumentState>().Where(IsIssued)];

    /// <summary>Null for what is in no register: another kind, or never issued.</summary>
    public static RegisterEntry? Of(Document document)
    {
        var version = document.LastShown ?? document.Working;
        return document.Kind.IsNormative && IsIssued(document.State)
            ? Of(document.Kind, document.PublishedOn, version, document.History) with { Id = document.Id, Title = version.Title, IndexNumber = document.IndexNumber, DocumentNumber = version.DocumentNumber }
            : null;
    }

    internal static RegisterEntry Of(DocumentKind kind, DateOnly? publishedOn, DocumentContent version, IReadOnlyList<StepTaken> history)
    {
        var withdrawn = history.LastOrDefault(taken => taken.Step == Procedure.Withdraw.Id);
        var returned = withdrawn is null ? null : history.FirstOrDefault(taken => taken.Number > withdrawn.Number && taken.Step == Procedure.Publish.Id);
        var end = Validities.End(history, version.ExpiresOn);
        return new RegisterEntry(kind, version.CreatedOn, publishedOn, withdrawn?.On, end?.On) { ReturnedOn = returned?.On, EffectiveOn = version.EffectiveOn, IsEndKnown = end?.IsDayKnown != false };
    }

    public bool IsPublicOn(DateOnly day) => PublishedOn <= day && !IsWithdrawnOn(day);

    /// <summary>制发 by then; what has no day of its making at the latest when it was published.</summary>
    public bool IsIssuedBy(DateOnly day) => (MadeOn ?? PublishedOn) <= day;

    /// <summary>现行有效: issued, its day come, and not ended; of what had ended before anybody recorded it no day can be told.</summary>
    public bool IsInForceOn(DateOnly day) => IsIssuedBy(day) && IsEndKnown && !(EndedOn <= day) && !(EffectiveOn > day);

    /// <summary>尚未施行: issued, and its day has not come.</summary>
    public bool IsNotYetInEffectOn(DateOnly day) => IsIssuedBy(day) && IsEndKnown && !(EndedOn <= day) && EffectiveOn > day;

    public bool IsWithdrawnOn(DateOnly day) => WithdrawnOn <= day && !(ReturnedOn <= day);

    public bool IsIncompleteOn(DateOnly day) => Missing.Count > 0 && IsIssuedBy(day);
}
