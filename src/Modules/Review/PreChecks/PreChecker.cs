using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>自动检查: runs every check over a thing; nothing leaves this machine.</summary>
public sealed class PreChecker(GongkaiDb db, IEnumerable<IPreCheck> checks)
{
    public async Task<IReadOnlyList<Finding>> Run(InspectedItem item, CancellationToken cancel) => (await Ready(cancel)).Run(item);

    /// <summary>The checks with the words as they stand now, for many things at once.</summary>
    public async Task<ReadyChecks> Ready(CancellationToken cancel)
    {
        var added = await db.CheckedWords.AsNoTracking().ToListAsync(cancel);
        var site = added.FindAll(word => word.Body is null);
        var own = added.Where(word => word.Body is not null).GroupBy(word => word.Body!.Value).ToDictionary(words => words.Key, words => CheckedWord.InForce(CheckedWord.Standard, site, words));
        return new ReadyChecks([.. checks], CheckedWord.InForce(CheckedWord.Standard, site), own);
    }
}
