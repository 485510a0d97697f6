using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>委托代理: everybody for his own absence, whoever has the permission for others'.</summary>
public sealed class NameDeputy(GongkaiDb db, Ledger ledger, Authority authority)
{
    public async Task Run(OfficerId absent, OfficerId deputy, DateOnly from, DateOnly until, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(absent, seen: null, cancel);
        await Demand(authority, by, officer, cancel);
        ChangedMeanwhileException.Demand(officer, officer.Version, seen);
        officer.NameDeputy(await db.Officer(deputy, seen: null, cancel), from, until);
        ledger.Record(Act.NameDeputy, by, officer);
        await db.SaveSeen(officer, cancel);
    }

    internal static async Task Demand(Authority authority, IActor by, Officer absent, CancellationToken cancel)
    {
        if (by is not Officer { Through: null } self || self.Id != absent.Id)
            await authority.Demand(by, Permission.NameDeputies, absent.Body, cancel);
    }
}

/// <summary>终止代理: the absent one is back.</summary>
public sealed class EndDeputy(GongkaiDb db, Ledger ledger, Authority authority)
{
    public async Task Run(OfficerId absent, int number, DateOnly lastDay, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(absent, seen: null, cancel);
        await NameDeputy.Demand(authority, by, officer, cancel);
        ChangedMeanwhileException.Demand(officer, officer.Version, seen);
        officer.EndDeputy(number, lastDay);
        ledger.Record(Act.EndDeputy, by, officer);
        await db.SaveSeen(officer, cancel);
    }
}
