using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>台账: change and entry, one chain.</summary>
public abstract class ChainTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_that_is_not_recorded_is_refused()
    {
        await using var world = await Notes.World(provider);

        await world.Db(async db =>
        {
            db.Add(new Note { Id = new NoteId(Guid.CreateVersion7()), Text = "无人负责" });
            await Assert.ThrowsAsync<UnrecordedChangeException>(() => db.SaveChangesAsync(Cancel));
        });

        Assert.Equal(0, await world.Db(db => db.Set<Note>().CountAsync(Cancel)));
    }

    [Fact]
    public async Task An_entry_says_who_did_what_when_on_what_and_what_changed()
    {
        await using var world = await Notes.World(provider);
        var note = await world.Write("初稿");
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.In(async services =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            var found = await db.Set<Note>().SingleAsync(n => n.Id == note.Id, Cancel);
            found.Text = "定稿";
            services.GetRequiredService<Ledger>().Record(Notes.WriteNote, Notes.Clerk, found, new { Reason = "领导意见" });
            await db.SaveChangesAsync(Cancel);
        });

        var (entry, details) = await world.Db(async db => (
            await db.LedgerEntries.SingleAsync(e => e.Number == 2, Cancel),
            await db.LedgerDetails.SingleAsync(d => d.Number == 2, Cancel)));

        Assert.Equal(("o-1", "张三", "b-1", "云泽市档案局"), (entry.ActorId, entry.ActorName, entry.BodyId, entry.BodyName));
        Assert.Equal(("test.write_note", "note", $"{note.Id.Value}", world.Clock.GetUtcNow()), (entry.Act, entry.Kind, entry.Key, entry.At));
        Assert.Equal($$"""{"note":{"reason":"领导意见"},"changes":[{"table":"notes","what":"changed","key":{"id":"{{note.Id.Value}}"},"text":["初稿","定稿"]}]}""", details.Body);
        Assert.Equal(Link.DigestOf(HashKind.Sha256, details.Salt, details.Body), entry.DetailsDigest);
        Assert.Equal(Link.HashOf(entry, entry.Previous), entry.Hash);
    }
}

public sealed class ChainOnSqliteTests() : ChainTests(DatabaseProvider.Sqlite);

public sealed class ChainOnPostgreSqlTests() : ChainTests(DatabaseProvider.PostgreSql);
