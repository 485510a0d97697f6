using Gongkai.Bodies;
using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>属性认定: the attribute, and where it is not 主动公开 the ground, its article, the reason, and what this ground asks for besides.</summary>
public sealed record AttributeDecision(DisclosureAttribute Attribute, string? Ground = null, string? Basis = null, string? Reason = null)
{
    private const int LongestField = 500;

    public static AttributeDecision Proactive { get; } = new(DisclosureAttribute.Proactive);

    /// <summary>依据材料或者衡量: what <see cref="WithholdingDuty.Asks"/> for this ground.</summary>
    public string? Evidence { get; init; }

    /// <summary>Of EX1: 密级, 保密期限 (the last day; null where none is fixed) and 定密机关. The secret itself does not come into this system.</summary>
    public SecrecyLevel? SecrecyLevel { get; init; }
    public DateOnly? SecretUntil { get; init; }
    public string? ClassifiedBy { get; init; }

    /// <summary>Of EX4: what the third party said.</summary>
    public ThirdPartyAnswer? ThirdParty { get; init; }

    /// <summary>The decision as it is kept: with the article of its ground, and nothing that belongs to another ground.</summary>
    /// <exception cref="RefusedException">Ground, reason, or what the ground asks for is missing.</exception>
    public AttributeDecision Demand()
    {
        if (Attribute == DisclosureAttribute.Proactive)
            return Proactive;
        if (string.IsNullOrWhiteSpace(Reason))
            throw new RefusedException($"定为{Attribute.Name}的，应当说明理由。", "reason");
        if (Attribute == DisclosureAttribute.OnRequest && string.IsNullOrEmpty(Ground))
            return new(Attribute, Ground: null, Text(Basis, "依据", "basis") ?? new Article(13, 2).ToString(), Text(Reason, "理由", "reason"));
        var ground = Exemption.Find(Ground) ?? throw new RefusedException("不予公开的，应当选择法定情形（EX1至EX7）。", "ground");
        var kept = new AttributeDecision(Attribute, ground.Code, Text(Basis, "依据", "basis") ?? ground.Law.ToString(), Text(Reason, "理由", "reason")) { Evidence = Text(Evidence, WithholdingDuty.Of(ground).Asks ?? "依据材料", "evidence") };
        return WithholdingDuty.Of(ground).Demand(this, kept);
    }

    /// <summary>国家秘密: only the entry of the register is here, never the secret itself.</summary>
    public bool IsSecret => Ground == Exemption.StateSecret.Code;

    /// <summary>What is known besides the reason, as people read it.</summary>
    public IReadOnlyList<(string Label, string Value)> Particulars =>
    [
        .. Evidence is null ? Array.Empty<(string, string)>() : [(WithholdingDuty.Of(Ground)?.Asks ?? "依据材料", Evidence)],
        .. SecrecyLevel is not { } level ? Array.Empty<(string, string)>() : [("密级", level.Name), ("保密期限", SecretUntil is { } last ? $"至{last:yyyy年M月d日}" : "没有确定的期限"), ("定密机关", ClassifiedBy ?? "")],
        .. ThirdParty is not { } answer ? Array.Empty<(string, string)>() : [("第三方意见", answer.Name)],
    ];

    /// <summary>涉密不上网: of a state secret the register entry alone is kept; this system is not one for secrets.</summary>
    /// <exception cref="RefusedException">There is more than the entry.</exception>
    internal void DemandFit(DocumentContent content, int attachments)
    {
        if (!IsSecret || (content.Html.Length == 0 && content.Summary is null && content.Keywords is null && attachments == 0))
            return;
        throw new RefusedException(
            "国家秘密的内容不得存入本系统：只登记不涉密的名称、密级、保密期限和定密机关，请删去正文、内容概述、关键词和附件。已经误存的，请立即报告保密工作机构。",
            content.Html.Length > 0 ? "html" : content.Summary is not null ? "summary" : content.Keywords is not null ? "keywords" : "attachments");
    }

    private static string? Text(string? typed, string label, string field) =>
        string.IsNullOrWhiteSpace(typed) ? null : typed.Trim() is { Length: <= LongestField } text ? text : throw new RefusedException($"{label}最多{LongestField}个字。", field);
}
