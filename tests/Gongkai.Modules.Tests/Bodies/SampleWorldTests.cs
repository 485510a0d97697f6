using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Host;
using Gongkai.Ledgers;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Bodies;

/// <summary>示例世界.</summary>
public abstract class SampleWorldTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Holds_the_bodies_of_the_sample_reports_with_every_role()
    {
        await using var world = await Yunze.World(provider);

        var (names, roles) = await world.Db(async db => (
            await db.Bodies.Select(body => body.Name).ToListAsync(Cancel),
            await db.Officers.SelectMany(officer => officer.Grants).Select(grant => grant.Role).Distinct().ToListAsync(Cancel)));

        Assert.Superset(
            new HashSet<string> { "云泽市科学技术局", "云泽市工业和信息化局", "云泽市云溪县商务局", "云泽市云溪县工业信息化科技局", "云泽市云阳区工业和信息化局" },
            names.ToHashSet());
        Assert.Equal(Enum.GetValues<Role>().ToHashSet(), roles.ToHashSet());
    }

    [Fact]
    public async Task Is_loaded_only_into_an_empty_database()
    {
        await using var world = await Yunze.World(provider);

        await world.In(async services => await Assert.ThrowsAsync<RefusedException>(() => services.GetRequiredService<SampleWorld>().Load(Cancel)));
    }

    [Fact]
    public async Task Leaves_an_entry_for_everything()
    {
        await using var world = await Yunze.World(provider);

        var things = await world.Db(async db => await db.Bodies.CountAsync(Cancel) + await db.Sections.CountAsync(Cancel) + await db.Officers.CountAsync(Cancel) + await db.Officers.SelectMany(officer => officer.Grants).CountAsync(Cancel) + await db.Accounts.CountAsync(Cancel));

        Assert.Equal(things, await world.Db(db => db.LedgerEntries.CountAsync(entry => entry.ActorId == "system:sample", Cancel)));
    }
}

public sealed class SampleWorldOnSqliteTests() : SampleWorldTests(DatabaseProvider.Sqlite);

public sealed class SampleWorldOnPostgreSqlTests() : SampleWorldTests(DatabaseProvider.PostgreSql);
