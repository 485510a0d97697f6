using Gongkai.Data;
using Gongkai.Ledgers.Chain;

namespace Gongkai.Ledgers;

/// <summary>台账导出: the chain as a file that proves itself (docs/ledger.md). That it was exported is an entry, and stands in it.</summary>
public sealed class LedgerExport(GongkaiDb db, Ledger ledger)
{
    /// <param name="output">Where to.</param>
    /// <param name="withDetails">Before and after as well, which outsiders need not see: the chain is checked without them.</param>
    /// <param name="by">Who exports.</param>
    /// <param name="head">A hash that was published; null to leave that out.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<Verification> Run(Stream output, bool withDetails, IActor by, byte[]? head, CancellationToken cancel)
    {
        ledger.Record(Act.ExportLedger, by, new Thing("ledger", "chain"), new { details = withDetails });
        await db.SaveChangesAsync(cancel);

        var check = new ChainCheck(withDetails: true, head);
        await using var file = new LedgerFileWriter(output, withDetails);
        await foreach (var row in ChainReader.Read(db, cancel))
        {
            check.Take(row);
            if (row.Entry is { } entry)
                await file.Write(entry, row.Details, cancel);
        }

        var found = check.Finish();
        await file.Finish(found, cancel);
        return found;
    }
}
