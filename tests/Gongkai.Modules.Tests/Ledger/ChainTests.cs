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

    [Fact]
    public async Task A_save_that_fails_leaves_neither_change_nor_entry_and_may_be_tried_again()
    {
        await using var world = await Notes.World(provider);
        var note = await world.Write("一");

        await world.In(async services =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            var again = new Note { Id = note.Id, Text = "重复" };
            db.Add(again);
            services.GetRequiredService<Ledger>().Record(Notes.WriteNote, Notes.Clerk, again);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
            Assert.Equal(1, await db.LedgerEntries.CountAsync(Cancel));

            db.Entry(again).State = EntityState.Detached;
            db.Add(new Note { Id = new NoteId(Guid.CreateVersion7()), Text = "二" });
            await db.SaveChangesAsync(Cancel);
        });

        Assert.Equal([1L, 2L], await world.Db(db => db.LedgerEntries.OrderBy(e => e.Number).Select(e => e.Number).ToListAsync(Cancel)));
        Assert.Equal(2, await world.Db(db => db.LedgerDetails.CountAsync(Cancel)));
        Assert.True((await world.Verify()).Holds);
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain_without_gap_or_fork()
    {
        await using var world = await Notes.World(provider);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
                await world.Write($"{writer}/{i}");
        }, Cancel)));

        var verified = await world.Verify();
        Assert.True(verified.Holds, verified.FirstBroken?.What);
        Assert.Equal(96, verified.Entries);
        Assert.Equal(96, await world.Db(db => db.Set<Note>().CountAsync(Cancel)));
        Assert.Equal(96, await world.Db(db => db.LedgerEntries.Select(e => e.Previous).Distinct().CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_put_an_entry_before_the_last()
    {
        await using var world = await Notes.World(provider);
        await world.Write("先");
        world.Clock.Advance(TimeSpan.FromHours(-3));
        await world.Write("后");

        var at = await world.Db(db => db.LedgerEntries.OrderBy(e => e.Number).Select(e => e.At).ToListAsync(Cancel));

        Assert.Equal(at[0], at[1]);
        Assert.True((await world.Verify()).Holds);
    }

    [Fact]
    public async Task Several_entries_of_one_save_each_tell_of_their_own_thing()
    {
        await using var world = await Notes.World(provider);
        await world.In(async services =>
        {
            var (db, ledger) = (services.GetRequiredService<GongkaiDb>(), services.GetRequiredService<Ledger>());
            foreach (var text in new[] { "甲", "乙" })
            {
                var note = new Note { Id = new NoteId(Guid.CreateVersion7()), Text = text };
                db.Add(note);
                ledger.Record(Notes.WriteNote, Notes.Clerk, note);
            }

            await db.SaveChangesAsync(Cancel);
        });

        var bodies = await world.Db(db => db.LedgerDetails.OrderBy(d => d.Number).Select(d => d.Body).ToListAsync(Cancel));

        Assert.Contains("甲", bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("乙", bodies[0], StringComparison.Ordinal);
        Assert.Contains("乙", bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_or_delete_an_entry()
    {
        await using var world = await Notes.World(provider);
        await world.Write("不可更改");

        foreach (var attempt in new[] { "update ledger_entries set actor_name = '李四'", "delete from ledger_entries", "update ledger_details set body = ''" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => world.Db(db => db.Database.ExecuteSqlRawAsync(attempt, Cancel)));
            Assert.Contains("refused", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_act_that_stands_in_no_catalogue_is_refused()
    {
        await using var world = await Notes.World(provider);

        await world.In(services =>
        {
            Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<Ledger>().Record(new Act("test.unknown", "未知"), Notes.Clerk, new Thing("note", "1")));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_chain_may_change_over_to_sm3_and_goes_on()
    {
        Assert.SkipUnless(Sm3.IsAvailable, "本机的OpenSSL没有SM3 (no SM3 in this machine's OpenSSL)");
        await using var world = await Notes.World(provider, ("Gongkai:Ledger:Algorithm", "Sm3"));
        var options = world.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<LedgerOptions>>().Value;
        await world.Write("以SM3");
        options.Algorithm = HashKind.Sha256;
        await world.Write("以SHA-256");
        options.Algorithm = HashKind.Sm3;
        await world.Write("又以SM3");

        Assert.Equal([HashKind.Sm3, HashKind.Sha256, HashKind.Sm3], await world.Db(db => db.LedgerEntries.OrderBy(e => e.Number).Select(e => e.Algorithm).ToListAsync(Cancel)));
        Assert.True((await world.Verify()).Holds);
    }

    [Fact]
    public async Task Of_two_who_changed_one_row_the_second_is_told()
    {
        await using var world = await Notes.World(provider);
        var note = await world.Write("原文");

        await world.In(async mine =>
        {
            var db = mine.GetRequiredService<GongkaiDb>();
            var found = await db.Set<Note>().SingleAsync(n => n.Id == note.Id, Cancel);
            await world.In(async theirs =>
            {
                var other = theirs.GetRequiredService<GongkaiDb>();
                var same = await other.Set<Note>().SingleAsync(n => n.Id == note.Id, Cancel);
                same.Text = "他改的";
                theirs.GetRequiredService<Ledger>().Record(Notes.WriteNote, Notes.Clerk, same);
                await other.SaveChangesAsync(Cancel);
            });
            found.Text = "我改的";
            mine.GetRequiredService<Ledger>().Record(Notes.WriteNote, Notes.Clerk, found);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Cancel));
        });

        Assert.Equal("他改的", await world.Db(db => db.Set<Note>().Select(n => n.Text).SingleAsync(Cancel)));
        Assert.Equal(2, (await world.Verify()).Entries);
    }
}

public sealed class ChainOnSqliteTests() : ChainTests(DatabaseProvider.Sqlite);

public sealed class ChainOnPostgreSqlTests() : ChainTests(DatabaseProvider.PostgreSql);
