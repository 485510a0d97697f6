using Gongkai.Law;
using static Gongkai.Publishing.DocumentState;

namespace Gongkai.Publishing;

/// <summary>主动公开程序: what may lawfully happen to a document. Read it beside chapters 2 and 3 of the Regulation.</summary>
public static class Procedure
{
    public static readonly LawfulStep SetAttribute = new("D02", "确定公开属性", new(13), (Draft, Draft));
    public static readonly LawfulStep Submit = new("D03", "提交审查", new(17, 1), (Draft, InReview), (Revising, RevisionInReview), (Correcting, CorrectionInReview));
    public static readonly LawfulStep ReturnToAuthor = new("D04", "退回修改", new(17, 1), (InReview, Draft), (RevisionInReview, Revising), (CorrectionInReview, Correcting));
    public static readonly LawfulStep PassReview = new("D05", "审查通过", new(17, 2), (InReview, Approved), (RevisionInReview, RevisionApproved), (CorrectionInReview, CorrectionApproved));
    public static readonly LawfulStep Recall = new("D06", "撤回修改", new(17, 1), (InReview, Draft), (Approved, Draft), (Scheduled, Draft), (RevisionInReview, Revising), (RevisionApproved, Revising), (RevisionScheduled, Revising), (CorrectionInReview, Correcting), (CorrectionApproved, Correcting));
    public static readonly LawfulStep Schedule = new("D07", "定时公开", new(26), (Approved, Scheduled), (RevisionApproved, RevisionScheduled));
    public static readonly LawfulStep Unschedule = new("D08", "取消定时", new(26), (Scheduled, Approved), (RevisionScheduled, RevisionApproved));
    public static readonly LawfulStep Publish = new("D09", "公开", new(19), (Approved, Public), (Scheduled, Public), (RevisionApproved, Public), (RevisionScheduled, Public), (CorrectionApproved, Public));
    public static readonly LawfulStep Revise = new("D10", "修订", new(4, 2, 2), (Public, Revising));
    public static readonly LawfulStep AbandonRevision = new("D11", "放弃修订", new(4, 2, 2), (Revising, Public), (Correcting, Withdrawn));
    public static readonly LawfulStep Withdraw = new("D12", "撤下", new(6, 1), (Public, Withdrawn), (Revising, Withdrawn), (RevisionInReview, Withdrawn), (RevisionApproved, Withdrawn), (RevisionScheduled, Withdrawn), (Archived, Withdrawn));
    public static readonly LawfulStep Repeal = new("D13", "废止", new(20, null, 1), Staying(Public, Revising, RevisionInReview, RevisionApproved, RevisionScheduled, Archived));
    public static readonly LawfulStep Expire = new("D14", "失效", new(20, null, 1), Staying(Public, Revising, RevisionInReview, RevisionApproved, RevisionScheduled, Archived));
    public static readonly LawfulStep ProposeRepeal = new("D22", "提请废止", new(20, null, 1), Staying(Public, Revising, RevisionInReview, RevisionApproved, RevisionScheduled, Archived));
    public static readonly LawfulStep ProposeExpire = new("D23", "提请宣布失效", new(20, null, 1), Staying(Public, Revising, RevisionInReview, RevisionApproved, RevisionScheduled, Archived));
    public static readonly LawfulStep RefuseEnding = new("D24", "不同意废止、失效", new(20, null, 1), Staying(Public, Revising, RevisionInReview, RevisionApproved, RevisionScheduled, Archived));
    public static readonly LawfulStep Archive = new("D15", "归档", new(4, 2, 2), (Public, Archived));
    public static readonly LawfulStep Withhold = new("D16", "确认不主动公开", new(13), (Approved, Withheld));
    public static readonly LawfulStep KeepWithheld = new("D17", "评估后继续不主动公开", new(18), (Withheld, Withheld));
    public static readonly LawfulStep Release = new("D18", "评估后转为主动公开", new(18), (Withheld, Draft));
    public static readonly LawfulStep Discard = new("D19", "作废草稿", new(4, 2, 2), (Draft, Discarded));

    /// <summary>From the site on which it was published before, onto the uniform platform of article 24.</summary>
    public static readonly LawfulStep MoveIn = new("D20", "迁入", new(24), (Draft, Draft));

    /// <summary>What was withdrawn comes back corrected: accurate information is the duty, withdrawal only stops the harm (article 6).</summary>
    public static readonly LawfulStep Correct = new("D21", "开始更正", new(6, 1), (Withdrawn, Correcting));

    /// <summary>By its own text, recorded by the machine the day after; nobody takes it, and it stays where it is.</summary>
    public static readonly LawfulStep Lapse = new("D25", "有效期届满", new(20, null, 1), Staying(Public, Revising, RevisionInReview, RevisionApproved, RevisionScheduled, Archived));

    /// <summary>D01: what every history begins with.</summary>
    public const string Drafting = "D01";

    public static IReadOnlyList<LawfulStep> Steps { get; } =
    [
        SetAttribute, Submit, ReturnToAuthor, PassReview, Recall, Schedule, Unschedule, Publish, Revise, AbandonRevision, Withdraw, Repeal, Expire, Archive, Withhold, KeepWithheld, Release, Discard, MoveIn, Correct, ProposeRepeal, ProposeExpire, RefuseEnding, Lapse,
    ];

    /// <summary>What may happen now; a document moves in when it comes into being or never, and lapses by itself.</summary>
    public static IEnumerable<LawfulStep> OpenTo(Document document) => Steps.Where(step => step != MoveIn && step != Lapse && step.IsOpenIn(document.State));

    public static LawfulStep Find(string id) => Steps.FirstOrDefault(step => step.Id == id) ?? throw new InvalidOperationException($"{id} is no step of the procedure");

    /// <summary>The state follows from the history and from nothing else.</summary>
    public static DocumentState StateAfter(IEnumerable<StepTaken> history) =>
        history.Where(taken => taken.Step != Drafting).Aggregate(Draft, (state, taken) => Find(taken.Step).From(state));

    private static IReadOnlyList<(DocumentState, DocumentState)> Staying(params DocumentState[] states) => [.. states.Select(state => (state, state))];
}
