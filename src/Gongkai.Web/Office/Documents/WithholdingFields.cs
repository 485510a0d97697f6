using Gongkai.Publishing;

namespace Gongkai.Web.Office.Documents;

/// <summary>不主动公开的要素 as they are typed: ground, reason, and what each ground asks for besides.</summary>
public sealed record WithholdingFields
{
    public string? Ground { get; init; }
    public string? Reason { get; init; }
    public string? Evidence { get; init; }
    public SecrecyLevel? SecrecyLevel { get; init; }
    public DateOnly? SecretUntil { get; init; }
    public string? ClassifiedBy { get; init; }
    public ThirdPartyAnswer? ThirdParty { get; init; }

    public static WithholdingFields Of(AttributeDecision decision) => new()
    {
        Ground = decision.Ground,
        Reason = decision.Reason,
        Evidence = decision.Evidence,
        SecrecyLevel = decision.SecrecyLevel,
        SecretUntil = decision.SecretUntil,
        ClassifiedBy = decision.ClassifiedBy,
        ThirdParty = decision.ThirdParty,
    };

    public AttributeDecision Decide(DisclosureAttribute attribute) => new(attribute, string.IsNullOrEmpty(Ground) ? null : Ground, Basis: null, Reason)
    {
        Evidence = Evidence,
        SecrecyLevel = SecrecyLevel,
        SecretUntil = SecretUntil,
        ClassifiedBy = ClassifiedBy,
        ThirdParty = ThirdParty,
    };
}
