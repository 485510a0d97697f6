using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>授予角色: from a day on, for the body or one section; nobody to himself.</summary>
public sealed class GrantRole(GongkaiDb db, Ledger ledger, Authority authority)
{
    public async Task Run(OfficerId id, Role role, DateOnly from, DateOnly? until, SectionId? section, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, role.IsAdministrator ? Permission.GrantAdministrators : Permission.GrantRoles, officer.Body, cancel);
        ChangedMeanwhileException.Demand(officer, officer.Version, seen);
        await OfficerFields.MustBelong(db, section, officer.Body, cancel);
        officer.Grant(role, from, until, section, (by as Officer)?.Id);
        ledger.Record(Act.GrantRole, by, officer);
        await db.SaveSeen(officer, cancel);
    }
}

/// <summary>终止角色.</summary>
public sealed class EndRole(GongkaiDb db, Ledger ledger, Authority authority)
{
    public async Task Run(OfficerId id, int number, DateOnly lastDay, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        var role = officer.Grants.FirstOrDefault(grant => grant.Number == number)?.Role;
        await authority.Demand(by, role is { IsAdministrator: true } ? Permission.GrantAdministrators : Permission.GrantRoles, officer.Body, cancel);
        ChangedMeanwhileException.Demand(officer, officer.Version, seen);
        officer.EndGrant(number, lastDay);
        ledger.Record(Act.EndRole, by, officer);
        await db.SaveSeen(officer, cancel);
    }
}
