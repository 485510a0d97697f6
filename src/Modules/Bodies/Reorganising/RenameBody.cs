using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>机关更名: the old name stays with its days.</summary>
public sealed class RenameBody(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(BodyId id, string name, string shortName, DateOnly on, string? basis, IActor by, uint? seen, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageBodies, id, cancel);
        var body = await db.Body(id, seen, cancel);
        Days.NotAfterToday(on, clock, "on");
        body.Rename(name, shortName, on, basis);
        ledger.Record(Act.RenameBody, by, body);
        await db.SaveSeen(body, cancel);
    }
}
