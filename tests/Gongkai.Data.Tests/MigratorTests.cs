using Gongkai.Data.Migrations;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data.Tests;

/// <summary>数据库升级.</summary>
public sealed class MigratorTests
{
    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_does_not_stop_the_next_start()
    {
        await using var world = await World.On(DatabaseProvider.Sqlite, (_, _) => { });
        await world.Db(db => db.Database.ExecuteSqlRawAsync("create table \"__EFMigrationsLock\" (\"Id\" integer not null primary key, \"Timestamp\" text not null); insert into \"__EFMigrationsLock\" values (1, '2026-01-01')"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));

        var applied = await world.Services.GetRequiredService<Migrator>().Run(patience.Token);

        Assert.NotEmpty(applied);
    }

    [Fact]
    public async Task Sqlite_writes_ahead_syncs_fully_and_overwrites_what_is_deleted()
    {
        await using var world = await World.Ready(DatabaseProvider.Sqlite, (_, _) => { });

        var settings = await world.Db(db => db.Database.SqlQueryRaw<string>(
            "select (select journal_mode from pragma_journal_mode) || ' ' || (select synchronous from pragma_synchronous) || ' ' || (select secure_delete from pragma_secure_delete) || ' ' || (select foreign_keys from pragma_foreign_keys) || ' ' || (select timeout from pragma_busy_timeout) as \"Value\"")
            .SingleAsync(TestContext.Current.CancellationToken));

        Assert.Equal("wal 2 1 1 10000", settings);
    }
}
