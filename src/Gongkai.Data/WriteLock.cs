using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>
/// 写锁: one writer of the record at a time, so that the ledger's chain never forks and numbers are committed in their order.
/// On SQLite the transaction itself is the lock (BEGIN IMMEDIATE); on PostgreSQL an advisory lock that ends with the transaction.
/// </summary>
public static class WriteLock
{
    /// <summary>"gongkai" in bytes; any number that other programs on the same server would hardly use.</summary>
    private const long Key = 0x676F6E676B6169;

    public static async Task Take(GongkaiDb db, CancellationToken cancel)
    {
        if (db.IsPostgreSql)
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", cancel);
    }
}
