using Gongkai.Data;
using Gongkai.Data.Migrations;
using Gongkai.Host;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests;

/// <summary>数据库结构: the migrations, written by hand, against the model of all modules.</summary>
public abstract class SchemaTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrating_gives_exactly_the_tables_columns_keys_and_indexes_of_the_model()
    {
        await using var migrated = await World.Ready(provider, (services, configuration) => services.AddGongkai(configuration));
        await using var modelled = await World.On(provider, (services, configuration) => services.AddGongkai(configuration));
        await modelled.Db(db => db.Database.EnsureCreatedAsync(Cancel));

        var expected = await Schema(modelled);

        Assert.Contains(expected, line => line.StartsWith("column ledger_entries.number", StringComparison.Ordinal));
        Assert.Equal(expected, await Schema(migrated));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing_and_several_nodes_may_start_at_once()
    {
        await using var world = await World.On(provider, (services, configuration) => services.AddGongkai(configuration));

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Services.GetRequiredService<Migrator>().Run(Cancel), Cancel)));

        Assert.Single(applied, steps => steps.Count > 0);
        Assert.Empty(await world.Services.GetRequiredService<Migrator>().Run(Cancel));
    }

    /// <summary>Every table, column with type and nullability, key and index, one a line.</summary>
    private static Task<List<string>> Schema(World world) => world.Db(async db =>
    {
        var lines = await db.Database.SqlQueryRaw<string>(db.IsPostgreSql
            ? """
                select 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || numeric_precision || ',' || numeric_scale || ')', '') || ' ' || is_nullable || ' ' || coalesce(column_default, '') as "Value"
                from information_schema.columns where table_schema = 'public'
                union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
                union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
                """
            : """
                select 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '') || ' ' || c.pk as "Value"
                from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'
                union all select 'index ' || m.name || '.' || i.name || ' ' || i."unique" || ' ' || i.partial || ' ' || (select group_concat(x.name || '/' || x.desc) from pragma_index_xinfo(i.name) x where x.key = 1)
                from sqlite_master m, pragma_index_list(m.name) i where m.type = 'table'
                union all select 'reference ' || m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete || ' ' || f.on_update
                from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'
                """).ToListAsync(Cancel);
        return lines.Where(line => !line.Contains(DataServices.MigrationsTable, StringComparison.Ordinal) && !line.Contains("__EFMigrationsLock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
    });
}

public sealed class SchemaOnSqliteTests() : SchemaTests(DatabaseProvider.Sqlite);

public sealed class SchemaOnPostgreSqlTests() : SchemaTests(DatabaseProvider.PostgreSql);
