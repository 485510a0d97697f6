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
        var head = await db.LedgerEntries.AsNoTracking().OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.At, entry.Hash }).FirstOrDefaultAsync(cancel);
        var (number, previous) = head is null ? (0, Link.Beginning) : (head.Number, head.Hash);

        // A clock that was set back must not put an entry before the one it follows.
        var now = clock.GetUtcNow().ToMicroseconds();
        if (head is not null && head.At > now)
            now = head.At;

        Forget(db);
        var bodies = ChangeSet.Of(db, [.. entries.Cast<LedgerEntry>()]);
        foreach (var (entry, body) in bodies)
        {
            entry.Number = ++number;
            entry.At = now;
            entry.Algorithm = options.Value.Algorithm;
            entry.DetailsDigest = [];
            if (body is not null)
            {
                var details = new LedgerDetails { Number = number, Salt = RandomNumberGenerator.GetBytes(SaltBytes), Body = body };
                entry.DetailsDigest = Link.DigestOf(entry.Algorithm, details.Salt, body);
                db.Add(details);
            }

            entry.Previous = previous;
            entry.Hash = previous = Link.HashOf(entry, previous);
        }
    }

    /// <summary>A save that failed may be tried again; the details of the first attempt belong to nothing.</summary>
    private static void Forget(GongkaiDb db)
    {
        foreach (var details in db.ChangeTracker.Entries<LedgerDetails>().Where(details => details.State == EntityState.Added).ToList())
            details.State = EntityState.Detached;
    }
}
