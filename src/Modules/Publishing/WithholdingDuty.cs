using Gongkai.Bodies;
using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>
/// 不公开的举证: what each of the seven grounds asks of whoever relies on it (articles 14 to 16): of a state secret its level and term, of what another law forbids that law, of
/// the three securities the report on the risk, of a third party's rights what the third party said, and of the three the body may decide by itself the weighing.
/// </summary>
public sealed record WithholdingDuty(Exemption Ground, string? Asks, string? Hint)
{
    private static readonly IReadOnlyList<WithholdingDuty> s_all =
    [
        new(Exemption.StateSecret, null, "写明密级、保密期限和定密机关；涉密内容不得存入本系统，这里只登记"),
        new(Exemption.ForbiddenByLaw, "禁止公开的法律、行政法规", "名称和条款，例如《某某法》第几条"),
        new(Exemption.Security, "风险评估报告或者有关部门的意见", "名称、文号和日期；材料另行归档"),
        new(Exemption.ThirdParty, null, "征求第三方意见的情况"),
        new(Exemption.InternalAffairs, "衡量", "可以不公开的，也可以公开：写明为什么不公开更合适"),
        new(Exemption.Process, "衡量", "可以不公开的，也可以公开：写明为什么不公开更合适；法律、法规、规章规定应当公开的，从其规定"),
        new(Exemption.EnforcementFile, "衡量", "可以不公开的，也可以公开：写明为什么不公开更合适；法律、法规、规章规定应当公开的，从其规定"),
    ];

    public static WithholdingDuty Of(Exemption ground) => s_all.First(duty => duty.Ground == ground);

    public static WithholdingDuty? Of(string? code) => Exemption.Find(code) is { } ground ? Of(ground) : null;

    /// <summary>What was decided, with what this ground asks for.</summary>
    /// <exception cref="RefusedException">It is not there.</exception>
    internal AttributeDecision Demand(AttributeDecision typed, AttributeDecision kept)
    {
        if (Asks is not null && kept.Evidence is null)
            throw new RefusedException($"以“{Ground.Name}”为由不公开的，应当填写{Asks}（{Hint}）。", "evidence");
        if (Ground == Exemption.StateSecret)
            return Secret(typed, kept);
        return Ground == Exemption.ThirdParty ? ThirdParty(typed, kept) : kept;
    }

    private static AttributeDecision Secret(AttributeDecision typed, AttributeDecision kept)
    {
        if (typed.SecrecyLevel is null || string.IsNullOrWhiteSpace(typed.ClassifiedBy))
            throw new RefusedException("属于国家秘密的，应当登记密级和定密机关；没有定密的，不得以国家秘密为由不公开。", typed.SecrecyLevel is null ? "secrecy_level" : "classified_by");
        return kept with { SecrecyLevel = typed.SecrecyLevel, SecretUntil = typed.SecretUntil, ClassifiedBy = typed.ClassifiedBy.Trim() };
    }

    private static AttributeDecision ThirdParty(AttributeDecision typed, AttributeDecision kept) => typed.ThirdParty switch
    {
        null => throw new RefusedException("涉及第三方合法权益的，应当登记征求第三方意见的情况。", "third_party"),
        ThirdPartyAnswer.Consents => throw new RefusedException("第三方同意公开的，应当公开（《政府信息公开条例》第十五条）。", "third_party"),
        var answer => kept with { ThirdParty = answer },
    };
}
