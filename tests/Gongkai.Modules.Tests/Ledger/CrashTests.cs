using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>A process that is killed at any moment leaves no change without its entry and no entry without its change.</summary>
public sealed class CrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Writers run side by side on one database, so each kill also meets others in the middle of their work.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 50)]
    [InlineData(DatabaseProvider.PostgreSql, 5)]
    public async Task Nothing_is_half_done_and_nothing_acknowledged_is_lost(DatabaseProvider provider, int kills)
    {
        await using var world = await Notes.World(provider, World.OnDisk);
        var acknowledged = new HashSet<Guid>();
        var random = new Random(20260302);

        for (var killed = 0; killed < kills; killed += 5)
            acknowledged.UnionWith((await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => WriteUntilKilled(world, TimeSpan.FromMilliseconds(random.Next(150)))))).SelectMany(ids => ids));

        var notes = await world.Db(db => db.Set<Note>().Select(note => note.Id.Value).ToListAsync(Cancel));
        var entries = await world.Db(db => db.LedgerEntries.Select(entry => entry.Key).ToListAsync(Cancel));
        var verified = await world.Verify();

        Assert.True(acknowledged.Count >= kills, $"only {acknowledged.Count} notes were written");
        Assert.Equal(notes.Select(id => $"{id}").Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
        Assert.Subset(notes.ToHashSet(), acknowledged);
        Assert.True(verified.Holds, verified.FirstBroken?.What);
        Assert.Equal(notes.Count, verified.Entries);
        await world.Write("之后照常");
    }

    private static async Task<List<Guid>> WriteUntilKilled(World world, TimeSpan after)
    {
        var said = await Killing.After(world, after, "write-until-killed");
        List<Guid> committed = [.. said.Where(line => Guid.TryParseExact(line, "D", out _)).Select(Guid.Parse)];
        Assert.True(committed.Count > 0, $"nothing was written: {string.Join('\n', said)}");
        return committed;
    }
}
