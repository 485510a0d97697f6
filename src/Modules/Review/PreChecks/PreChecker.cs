using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>自动检查: runs every check over a thing; nothing leaves this machine.</summary>
public sealed class PreChecker(GongkaiDb db, IEnumerable<IPreCheck> checks)
{
    /// <summary>More than anybody reads; the rest is found again when these are settled.</summary>
    private const int Most = 500;

    public async Task<IReadOnlyList<Finding>> Run(InspectedItem item, CancellationToken cancel) => (await Ready(cancel))(item);

    /// <summary>The checks with the words as they stand now, for many things at once; may be called from several threads.</summary>
    public async Task<Func<InspectedItem, IReadOnlyList<Finding>>> Ready(CancellationToken cancel)
    {
        var own = await db.CheckedWords.AsNoTracking().ToListAsync(cancel);
        var words = own.Where(word => word.IsActive).Concat(CheckedWord.Standard.Where(word => own.TrueForAll(changed => changed.Wrong != word.Wrong))).ToList();
        return item =>
        {
            var ready = item with { WrongWords = words };
            return [.. checks.SelectMany(check => check.Check(ready)).Take(Most).OrderByDescending(found => found.Severity)];
        };
    }
}
