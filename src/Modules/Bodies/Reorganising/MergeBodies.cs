using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>机关合并: bodies end and one carries on. Addresses and history of those that ended stay; their officers have no say until they are transferred.</summary>
public sealed class MergeBodies(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(IReadOnlyCollection<BodyId> ending, BodyId into, DateOnly on, string? basis, IActor by, uint? seen, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageBodies, into, cancel);
        if (ending.Count == 0)
            throw new RefusedException("请选择要并入的机关。", "ending");
        Days.NotAfterToday(on, clock, "on");
        var successor = await db.Body(into, seen, cancel);
        foreach (var id in ending.Distinct())
        {
            await authority.Demand(by, Permission.ManageBodies, id, cancel);
            var body = await db.Body(id, seen: null, cancel);
            body.MergeInto(successor, on, basis);
            await db.MoveDependants(body, successor.Id, ledger, by, cancel);
            ledger.Record(Act.MergeBodies, by, body, new { into = successor.Key });
        }

        ledger.Record(Act.MergeBodies, by, successor, new { takesOver = ending.Distinct().Count() });
        await db.SaveSeen(successor, cancel);
    }
}

/// <summary>机关撤销.</summary>
public sealed class AbolishBody(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(BodyId id, DateOnly on, string? basis, BodyId? successor, IActor by, uint? seen, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageBodies, id, cancel);
        Days.NotAfterToday(on, clock, "on");
        var body = await db.Body(id, seen, cancel);
        var carriesOn = successor is { } other ? await db.Body(other, seen: null, cancel) : null;
        if (carriesOn is null && await db.Bodies.AnyAsync(below => below.State == BodyState.Active && (below.Parent == id || below.GuidedBy == id || below.CompetentOffice == id), cancel))
            throw new RefusedException($"还有机关隶属于{body.Name}或者受其指导、主管：请先选择承继机关，或者先更改它们的隶属关系。", "successor");
        body.Abolish(on, basis, carriesOn);
        if (carriesOn is not null)
            await db.MoveDependants(body, carriesOn.Id, ledger, by, cancel);
        ledger.Record(Act.AbolishBody, by, body, carriesOn is null ? null : new { successor = carriesOn.Key });
        if (carriesOn is not null)
            ledger.Record(Act.AbolishBody, by, carriesOn, new { takesOverFrom = body.Key });
        await db.SaveSeen(body, cancel);
    }
}
