using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>更改机关资料: kind, level, codes and place among the others; no event of its history.</summary>
public sealed class ChangeBody(GongkaiDb db, Ledger ledger, Authority authority, BodyPlaces places)
{
    public async Task Run(BodyId id, BodyFacts facts, IActor by, uint? seen, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageBodies, id, cancel);
        var body = await db.Body(id, seen, cancel);
        body.MustBeActive();
        var moved = (body.Parent, body.GuidedBy, body.CompetentOffice) != (facts.Parent, facts.GuidedBy, facts.CompetentOffice);
        (body.Kind, body.Level) = (facts.Kind, facts.Level);
        body.RegionCode = Codes.DemandRegion(facts.RegionCode);
        body.CreditCode = Codes.DemandCredit(facts.CreditCode);
        await places.Place(body, facts.Parent, facts.GuidedBy, facts.CompetentOffice, cancel);
        ledger.Record(moved ? Act.PlaceBody : Act.ChangeBody, by, body);
        await db.SaveSeen(body, cancel);
    }
}

/// <summary>What may be changed of a body without changing what it is.</summary>
public sealed record BodyFacts(BodyKind Kind, Level Level, string? RegionCode, string? CreditCode, BodyId? Parent, BodyId? GuidedBy, BodyId? CompetentOffice);
