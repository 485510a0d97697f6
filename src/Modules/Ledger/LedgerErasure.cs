using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Ledgers;

/// <summary>
/// 删除明细: for what should never have been written (a name in a note) or need no longer be kept. The entry stays and the chain holds;
/// the digest that remains says nothing, for its salt is gone too. A person's encrypted fields need none of this: their key is destroyed.
/// </summary>
public sealed class LedgerErasure(GongkaiDb db, Ledger ledger)
{
    public const string EntryKind = "ledger_entry";

    /// <returns>Whether there was something to erase.</returns>
    public async Task<bool> Run(long number, string reason, IActor by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await db.LedgerDetails.SingleOrDefaultAsync(details => details.Number == number, cancel) is not { } details)
            return false;
        db.Remove(details);
        ledger.Record(Act.EraseDetails, by, new Thing(EntryKind, $"{number}"), new { reason });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
