using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>
/// 删除个人信息 of somebody who has left: with the key, telephone, log-in names and addresses read 已删除 wherever they stand, in the ledger and in backups too. Name and acts stay:
/// who signed what is the record itself.
/// </summary>
public sealed class EraseOfficer(GongkaiDb db, Ledger ledger, FieldProtection protection, Authority authority)
{
    private const int LongestReason = 300;

    /// <exception cref="RefusedException">He works here still, or there is no reason.</exception>
    public async Task Run(OfficerId id, string? reason, Officer by, CancellationToken cancel)
    {
        await authority.DemandForAll(by, Permission.EraseLedger, cancel);
        var officer = await db.Officer(id, seen: null, cancel);
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
            throw new RefusedException($"请写明删除的理由，最多{LongestReason}个字。", "reason");
        if (officer.LeftOn is null)
            throw new RefusedException($"{officer.Name}还在岗，离岗之后才能删除个人信息。");
        await protection.Erase(officer.Subject, cancel);
        foreach (var session in await (from session in db.Sessions join account in db.Accounts on session.Account equals account.Id where account.Officer == id select session).ToListAsync(cancel))
            db.Remove(session);
        ledger.Record(Act.ErasePerson, by, officer, new { reason = reason.Trim() });
        await db.SaveChangesAsync(cancel);
        await protection.Purge(cancel);
    }
}
