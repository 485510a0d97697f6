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
        var own = await db.CheckedWords.AsNoTracking().ToListAsync(cancel);
        var words = own.Where(word => word.IsActive).Concat(CheckedWord.Standard.Where(word => own.TrueForAll(changed => changed.Wrong != word.Wrong)));
        return new ReadyChecks([.. checks], [.. words.OrderBy(word => word.Wrong, StringComparer.Ordinal)]);
    }
}
