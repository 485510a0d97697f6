using Gongkai.Data;
using Gongkai.Data.Migrations;
using Gongkai.Ledgers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Cli.Tests;

/// <summary>gongkai verify.</summary>
[Collection("the data folder of the environment")]
public sealed class VerifyTests : IDisposable
{
    private const string Setting = "GONGKAI__DATADIRECTORY";

    private readonly TempFolder _folder = new();

    public VerifyTests() => Environment.SetEnvironmentVariable(Setting, _folder.Path);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_that_the_chain_holds_and_exports_a_file_that_verifies_off_line()
    {
        await Ledger(entries: 3);

        var verified = await CliRun.Of("verify");
        var exported = await CliRun.Of("verify", "--export", _folder.At("ledger.jsonl"));
        var offline = await CliRun.Of("verify", "--offline", _folder.At("ledger.jsonl"));
        var piped = await CliRun.Of(await File.ReadAllBytesAsync(_folder.At("ledger.jsonl"), Cancel), "verify", "--offline", "-");

        Assert.Equal((0, 0, 0, 0), (verified.Code, exported.Code, offline.Code, piped.Code));
        Assert.StartsWith("完好：共3条，链头 ", verified.Results, StringComparison.Ordinal);
        Assert.StartsWith("完好：共4条", exported.Results, StringComparison.Ordinal);
        Assert.Equal(exported.Results, offline.Results);
        Assert.Equal(exported.Results, piped.Results);
    }

    [Fact]
    public async Task Names_the_first_broken_link_and_ends_with_1()
    {
        await Ledger(entries: 3);
        await CliRun.Of("verify", "--export", _folder.At("ledger.jsonl"));
        await File.WriteAllTextAsync(_folder.At("forged.jsonl"), (await File.ReadAllTextAsync(_folder.At("ledger.jsonl"), Cancel)).Replace("\"key\":\"2\"", "\"key\":\"8\"", StringComparison.Ordinal), Cancel);
        await Sql("drop trigger ledger_entries_no_update; update ledger_entries set actor_name = '李四' where number = 2");

        var database = await CliRun.Of("verify");
        var file = await CliRun.Of("verify", "--offline", _folder.At("forged.jsonl"), "--culture", "en");

        Assert.Equal((1, 1), (database.Code, file.Code));
        Assert.StartsWith("断链：第2条", database.Results, StringComparison.Ordinal);
        Assert.StartsWith("Broken at entry 2 (Changed)", file.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compares_with_a_hash_that_was_published()
    {
        await Ledger(entries: 2);
        var head = (await CliRun.Of("verify")).Results.Trim()[^64..];

        Assert.Equal(0, (await CliRun.Of("verify", "--head", head)).Code);
        Assert.Equal(1, (await CliRun.Of("verify", "--head", new string('0', 64))).Code);
        Assert.Equal(2, (await CliRun.Of("verify", "--head", "abc")).Code);
    }

    [Fact]
    public async Task Ends_with_2_where_there_is_nothing_to_verify_and_makes_no_database()
    {
        _folder.Write("not.jsonl", "你好\n");

        Assert.Equal(2, (await CliRun.Of("verify")).Code);
        Assert.Equal(2, (await CliRun.Of("verify", "--offline", _folder.At("not.jsonl"))).Code);
        Assert.Equal(2, (await CliRun.Of("verify", "--offline", _folder.At("absent.jsonl"))).Code);
        Assert.Equal(2, (await CliRun.Of("verify", "--offline", "a", "--export", "b")).Code);
        Assert.False(File.Exists(_folder.At("gongkai.db")));
    }

    [Fact]
    public async Task A_database_without_a_ledger_is_said_to_be_one()
    {
        await Sql("create table something_else (id integer)");

        var run = await CliRun.Of("verify");

        Assert.Equal(2, run.Code);
        Assert.Contains("无法验证", run.Messages, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Environment.SetEnvironmentVariable(Setting, null);
        _folder.Dispose();
    }

    private async Task Ledger(int entries)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Gongkai:DataDirectory", _folder.Path)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddGongkaiData(configuration).AddLedger(configuration).BuildServiceProvider();
        await services.GetRequiredService<Migrator>().Run(Cancel);
        await using var scope = services.CreateAsyncScope();
        for (var i = 1; i <= entries; i++)
        {
            scope.ServiceProvider.GetRequiredService<Ledger>().Record(Act.ReadPersonalData, Actor.System("test", "测试"), new Thing("note", $"{i}"));
            await scope.ServiceProvider.GetRequiredService<GongkaiDb>().SaveChangesAsync(Cancel);
        }
    }

    private async Task Sql(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.At("gongkai.db")}");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
