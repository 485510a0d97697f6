using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data.Migrations;

/// <summary>数据库升级: brings the database to the schema of this version, one node at a time.</summary>
public sealed class Migrator(IServiceScopeFactory scopes, DataFolder folder)
{
    private const long Key = 0x676F6E676B6170;

    /// <summary>Applies what is missing and says what that was.</summary>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        return db.IsPostgreSql ? await OnPostgreSql(db, cancel) : await OnSqlite(db, cancel);
    }

    private static async Task<IReadOnlyList<string>> OnPostgreSql(GongkaiDb db, CancellationToken cancel)
    {
        // The session's lock goes with its connection, even when the process is killed.
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({Key})", cancel);
        try
        {
            return await Apply(db, cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Key})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<IReadOnlyList<string>> OnSqlite(GongkaiDb db, CancellationToken cancel)
    {
        folder.Create();
        await using var alone = await Alone(folder.At("migrating.lock"), cancel);
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancel);

        // EF's own lock is a row that a killed process leaves behind for ever. We are alone here, so whatever lies there is such a row.
        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        return await Apply(db, cancel);
    }

    private static async Task<IReadOnlyList<string>> Apply(GongkaiDb db, CancellationToken cancel)
    {
        var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (missing.Count > 0)
            await db.Database.MigrateAsync(cancel);
        return missing;
    }

    private static async Task<FileStream> Alone(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancel);
            }
        }
    }
}
