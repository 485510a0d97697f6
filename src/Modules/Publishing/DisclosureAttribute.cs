using Gongkai.Bodies;
using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>公开属性, fixed when a document is drafted.</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开.</summary>
    OnRequest,

    /// <summary>不予公开.</summary>
    Withheld,
}

public static class DisclosureAttributeNames
{
    extension(DisclosureAttribute attribute)
    {
        public string Name => attribute switch
        {
            DisclosureAttribute.Proactive => "主动公开",
            DisclosureAttribute.OnRequest => "依申请公开",
            DisclosureAttribute.Withheld => "不予公开",
            _ => throw new ArgumentOutOfRangeException(nameof(attribute)),
        };
    }
}

/// <summary>属性认定: the attribute, and where it is not 主动公开 the ground, its article and the reason.</summary>
public sealed record AttributeDecision(DisclosureAttribute Attribute, string? Ground = null, string? Basis = null, string? Reason = null)
{
    public static AttributeDecision Proactive { get; } = new(DisclosureAttribute.Proactive);

    /// <summary>The decision as it is kept: with the article of its ground.</summary>
    /// <exception cref="RefusedException">Ground or reason is missing.</exception>
    public AttributeDecision Demand()
    {
        if (Attribute == DisclosureAttribute.Proactive)
            return Proactive;
        if (string.IsNullOrWhiteSpace(Reason))
            throw new RefusedException($"定为{Attribute.Name}的，应当说明理由。", "reason");
        if (Attribute == DisclosureAttribute.OnRequest && Ground is null)
            return this with { Basis = Basis ?? new Article(13, 2).ToString(), Reason = Reason.Trim() };
        var ground = Exemption.Find(Ground) ?? throw new RefusedException("不予公开的，应当选择法定情形（EX1至EX7）。", "ground");
        return this with { Basis = string.IsNullOrWhiteSpace(Basis) ? ground.Law.ToString() : Basis.Trim(), Reason = Reason.Trim() };
    }
}
