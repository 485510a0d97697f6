using System.Security.Cryptography;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Ledgers.Chain;

/// <summary>登账: gives the entries of a save their number, time and hash. Runs inside the save's transaction, under the write lock.</summary>
internal sealed class ChainWriter(TimeProvider clock, IOptions<LedgerOptions> options) : ISealsEntries
{
    private const int SaltBytes = 16;

    public async Task Seal(GongkaiDb db, IReadOnlyList<IRecorded> entries, CancellationToken cancel)
    {
        Forget(db);
        var details = await Link(db, ChangeSet.Of(db, [.. entries.Cast<LedgerEntry>()]), cancel);
        foreach (var one in details.OfType<LedgerDetails>())
            db.Add(one);
    }

    public async Task<IReadOnlyList<object>> Seal(GongkaiDb db, IReadOnlyList<RecordedRows> recorded, CancellationToken cancel)
    {
        List<(LedgerEntry Entry, string? Body)> bodies = [.. recorded.Select(one => (LedgerEntry)one.Entry is var entry ? (entry, ChangeSet.Of(entry, one.Rows)) : default)];
        var details = await Link(db, bodies, cancel);
        return [.. bodies.SelectMany((one, i) => details[i] is { } body ? new object[] { one.Entry, body } : [one.Entry])];
    }

    /// <summary>Numbers, times and hashes; gives the details of each.</summary>
    private async Task<IReadOnlyList<LedgerDetails?>> Link(GongkaiDb db, IReadOnlyList<(LedgerEntry Entry, string? Body)> bodies, CancellationToken cancel)
    {
        var head = await db.LedgerEntries.AsNoTracking().OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.At, entry.Hash }).FirstOrDefaultAsync(cancel);
        var (number, previous) = head is null ? (0, Chain.Link.Beginning) : (head.Number, head.Hash);

        // A clock that was set back must not put an entry before the one it follows.
        var now = clock.GetUtcNow().ToMicroseconds();
        if (head is not null && head.At > now)
            now = head.At;

        var all = new List<LedgerDetails?>(bodies.Count);
        foreach (var (entry, body) in bodies)
        {
            entry.Number = ++number;
            entry.At = now;
            entry.Algorithm = options.Value.Algorithm;
            entry.DetailsDigest = [];
            var details = body is null ? null : new LedgerDetails { Number = number, Salt = RandomNumberGenerator.GetBytes(SaltBytes), Body = body };
            if (details is not null)
                entry.DetailsDigest = Chain.Link.DigestOf(entry.Algorithm, details.Salt, details.Body);
            all.Add(details);
            entry.Previous = previous;
            entry.Hash = previous = Chain.Link.HashOf(entry, previous);
        }

        return all;
    }

    /// <summary>A save that failed may be tried again; the details of the first attempt belong to nothing.</summary>
    private static void Forget(GongkaiDb db)
    {
        foreach (var details in db.ChangeTracker.Entries<LedgerDetails>().Where(details => details.State == EntityState.Added).ToList())
            details.State = EntityState.Detached;
    }
}
