using Gongkai.Bodies;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <content>撤下、废止、失效、归档、不公开: how what is public, or was to be, comes to its end.</content>
public sealed partial class Document
{
    private static readonly string[] s_endings = [Procedure.ProposeRepeal.Id, Procedure.ProposeExpire.Id, Procedure.RefuseEnding.Id, Procedure.Repeal.Id, Procedure.Expire.Id];

    /// <summary>撤下: out of sight at once, with a tombstone.</summary>
    /// <param name="reason">It is public.</param>
    /// <param name="publicTitle">What the tombstone is called where the title itself must go; null where it may stay.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public void Withdraw(string reason, string? publicTitle, IActor by, DateTimeOffset at)
    {
        if (publicTitle?.Length > 200)
            throw new RefusedException("标题不能超过200字。", "public_title");
        Take(Procedure.Withdraw, by, at, new() { Reason = Required(reason, "撤下"), PublicTitle = string.IsNullOrWhiteSpace(publicTitle) ? null : publicTitle.Trim() });
    }

    /// <summary>待确认的废止、失效: what one officer has asked for and another has not decided yet.</summary>
    public StepTaken? ProposedEnding => _history.FindLast(taken => s_endings.Contains(taken.Step)) is { } last && (last.Step == Procedure.ProposeRepeal.Id || last.Step == Procedure.ProposeExpire.Id) ? last : null;

    /// <summary>提请废止: says when, why and by what; nobody reads it before another officer has confirmed it.</summary>
    public void ProposeRepeal(DateOnly effective, string reason, string? byDocument, Officer by, DateTimeOffset at)
    {
        MustBeNormative("废止");
        MustBeInForce(effective, Procedure.Repeal);
        Take(Procedure.ProposeRepeal, by, at, new() { Effective = effective, Reason = Required(reason, "废止"), ByDocument = string.IsNullOrWhiteSpace(byDocument) ? null : byDocument.Trim() });
    }

    /// <summary>提请宣布失效.</summary>
    public void ProposeExpire(DateOnly effective, string reason, Officer by, DateTimeOffset at)
    {
        MustBeNormative("宣布失效");
        MustBeInForce(effective, Procedure.Expire);
        Take(Procedure.ProposeExpire, by, at, new() { Effective = effective, Reason = Required(reason, "失效") });
    }

    /// <summary>废止, as another officer asked for it: readable on, marked.</summary>
    public void Repeal(Officer by, DateTimeOffset at) => End(Procedure.ProposeRepeal, Procedure.Repeal, by, at);

    /// <summary>宣布失效, as another officer asked for it.</summary>
    public void Expire(Officer by, DateTimeOffset at) => End(Procedure.ProposeExpire, Procedure.Expire, by, at);

    /// <summary>不同意: the proposal is gone, the document stays in force.</summary>
    public void RefuseEnding(string reason, Officer by, DateTimeOffset at)
    {
        if (ProposedEnding is null)
            throw new NotLawfulException("没有待确认的废止或者失效", Procedure.RefuseEnding.Law);
        Take(Procedure.RefuseEnding, by, at, new() { Reason = Required(reason, "不同意") });
    }

    private void End(LawfulStep proposal, LawfulStep step, Officer by, DateTimeOffset at)
    {
        MustBeNormative(step.Name);
        if (ProposedEnding is not { } proposed || proposed.Step != proposal.Id)
            throw new NotLawfulException($"{step.Name}应当先有人提请，再由另一人确认", step.Law);
        if (proposed.Officer == by.Id)
            throw new NotLawfulException($"提请的人不能自己确认{step.Name}，应当由另一人确认", step.Law);
        MustBeInForce(proposed.Effective!.Value, step);
        Take(step, by, at, new() { Effective = proposed.Effective, Reason = proposed.Reason, ByDocument = proposed.ByDocument });
    }

    /// <summary>迁入时已废止、失效: the old site said so and not since when, so that it counts in no year.</summary>
    public void EndedBefore(bool isRepealed, string reason, IActor by, DateTimeOffset at)
    {
        MustBeNormative(isRepealed ? "废止" : "失效");
        Take(isRepealed ? Procedure.Repeal : Procedure.Expire, by, at, new() { Reason = reason });
    }

    /// <summary>归档: changed no more, and kept as long as is decided now.</summary>
    public void Archive(RetentionPeriod period, IActor by, DateTimeOffset at) => Take(Procedure.Archive, by, at, new() { Retention = period });

    /// <summary>确认不主动公开: what was reviewed to be withheld is withheld, until it is assessed again.</summary>
    public void Withhold(ReviewProof proof, DateOnly assessAgainOn, IActor by, DateTimeOffset at)
    {
        if (Attribute == DisclosureAttribute.Proactive)
            throw new NotLawfulException("属性为主动公开的，应当公开", Procedure.Withhold.Law);
        MustBeOfThisText(proof, Procedure.Withhold);
        Take(Procedure.Withhold, by, at, new() { Review = proof.Review, Digest = proof.Digest, Effective = assessAgainOn });
    }

    /// <summary>定期评估 (article 18): withheld on, with the reason, until the next date.</summary>
    public void KeepWithheld(string reason, DateOnly assessAgainOn, IActor by, DateTimeOffset at) =>
        Take(Procedure.KeepWithheld, by, at, new() { Reason = Required(reason, "继续不主动公开"), Effective = assessAgainOn });

    /// <summary>定期评估 (article 18): may be public now; goes its way through review like everything else.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="liftedBy">Of article 14's grounds, which nobody weighs: the paper that lifts it, such as the notice of declassification.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public void Release(string reason, string? liftedBy, Officer by, DateTimeOffset at)
    {
        if (Exemption.Find(AttributeGround) is { IsAbsolute: true } ground && string.IsNullOrWhiteSpace(liftedBy))
            throw new RefusedException($"以“{ground.Name}”为由不公开的，转为公开应当有依据（{(Decision.IsSecret ? "解密通知或者保密期限届满的证明" : "修改后的规定或者新的评估意见")}），请填写名称和文号。", "lifted_by");
        Take(Procedure.Release, by, at, new() { Reason = Required(reason, "转为主动公开"), ByDocument = string.IsNullOrWhiteSpace(liftedBy) ? null : liftedBy.Trim() });
        Decide(AttributeDecision.Proactive);
    }

    private void MustBeNormative(string what)
    {
        if (!Kind.IsNormative)
            throw new NotLawfulException($"{Kind.Name}没有{what}一说，可以撤下或者修订", Procedure.Repeal.Law);
    }

    private void MustBeInForce(DateOnly effective, LawfulStep step)
    {
        if (Validities.Ended(this) is { } end && end <= effective)
            throw new NotLawfulException($"文件自{end:yyyy年M月d日}起已停止施行", step.Law);
    }
}
