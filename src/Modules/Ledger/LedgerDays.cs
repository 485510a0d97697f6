using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Ledgers;

/// <summary>每日杂凑值: the head of the chain at the end of each day. Published, it keeps even the owner of the machine from rewriting the days before.</summary>
public sealed class LedgerDays(GongkaiDb db)
{
    public async Task<IReadOnlyList<DayHead>> Heads(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        List<DayHead> heads = [];
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (await HeadOf(day, cancel) is { } head)
                heads.Add(head);
        }

        return heads;
    }

    /// <summary>The last entry up to the end of that day in Beijing; null before the first.</summary>
    public async Task<DayHead?> HeadOf(DateOnly day, CancellationToken cancel)
    {
        var next = Instants.StartOf(day.AddDays(1));
        var last = await db.LedgerEntries.AsNoTracking().Where(entry => entry.At < next).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.Hash, entry.Algorithm }).FirstOrDefaultAsync(cancel);
        return last is null ? null : new DayHead(day, last.Number, Convert.ToHexStringLower(last.Hash), Words.Of(last.Algorithm));
    }
}

/// <summary>某日的链头.</summary>
public sealed record DayHead(DateOnly Day, long Number, string Hash, string Algorithm);
