using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>删除台账明细, by the audit administrator, with the reason; never of what he did himself, nor of an erasure.</summary>
public sealed class EraseEntryDetails(GongkaiDb db, LedgerErasure erasure, Authority authority)
{
    private const int LongestReason = 300;

    /// <exception cref="RefusedException">There is nothing to erase, no reason, or it is one's own act.</exception>
    public async Task Run(long number, string? reason, Officer by, CancellationToken cancel)
    {
        await authority.DemandForAll(by, Permission.EraseLedger, cancel);
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
            throw new RefusedException($"请写明删除的理由，最多{LongestReason}个字。", "reason");
        if (await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == number, cancel) is not { } entry)
            throw new RefusedException("没有这一条台账。");
        if (!MayBeErased(entry, by))
            throw new RefusedException("本人所办事项的明细、删除明细的记录，不能由本人删除。");
        if (!await erasure.Run(number, reason.Trim(), by, cancel))
            throw new RefusedException("这一条没有明细，或者已经删除。");
    }

    public static bool MayBeErased(LedgerEntry entry, Officer by) => entry.ActorId != ((IActor)by).ActorId && entry.Act != Act.EraseDetails.Word;
}
