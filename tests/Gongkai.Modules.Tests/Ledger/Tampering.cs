using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>What somebody can do who owns the machine: take the triggers away and write whatever he likes.</summary>
internal static class Tampering
{
    public static Task Tamper(this World world, string sql) => world.Db(async db =>
    {
        await db.Database.OpenConnectionAsync();
        foreach (var (table, operation) in new[] { ("ledger_entries", "update"), ("ledger_entries", "delete"), ("ledger_details", "update") })
            await db.Database.ExecuteSqlRawAsync(db.IsPostgreSql ? $"drop trigger {table}_no_{operation} on {table}" : $"drop trigger {table}_no_{operation}");
        await db.Database.ExecuteSqlRawAsync(db.IsPostgreSql ? "alter table ledger_details drop constraint fk_ledger_details_ledger_entries_number" : "pragma foreign_keys=off");
        foreach (var statement in sql.Split("; "))
            Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));
    });

    /// <summary>Bytes as this database writes them.</summary>
    public static string Bytes(this World world, byte[] bytes) =>
        world.Services.GetService(typeof(Microsoft.Extensions.Options.IOptions<Gongkai.Data.DatabaseOptions>)) is Microsoft.Extensions.Options.IOptions<Gongkai.Data.DatabaseOptions> { Value.Provider: Gongkai.Data.DatabaseProvider.PostgreSql }
            ? $"'\\x{Convert.ToHexStringLower(bytes)}'"
            : $"x'{Convert.ToHexStringLower(bytes)}'";
}
