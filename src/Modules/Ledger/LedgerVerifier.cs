using Gongkai.Data;
using Gongkai.Ledgers.Chain;

namespace Gongkai.Ledgers;

/// <summary>台账验证: recomputes the whole chain from the database and names the first link that does not hold.</summary>
public sealed class LedgerVerifier(GongkaiDb db)
{
    /// <param name="head">A hash that was published; null to leave that out.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<Verification> Run(byte[]? head, CancellationToken cancel)
    {
        var check = new ChainCheck(withDetails: true, head);
        await foreach (var row in ChainReader.Read(db, cancel))
            check.Take(row);
        return check.Finish();
    }
}
