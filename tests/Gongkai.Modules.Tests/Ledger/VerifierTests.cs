using System.Globalization;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>台账验证: what somebody who owns the machine may try, and what the chain says to it.</summary>
public abstract class VerifierTests(DatabaseProvider provider)
{
    private const int Entries = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, long, LinkFault> Frauds => new()
    {
        { "update ledger_entries set actor_name = '李四' where number = 3", 3, LinkFault.Changed },
        { "update ledger_entries set actor_id = 'o-2' where number = 3", 3, LinkFault.Changed },
        { "update ledger_entries set body_id = 'b-2' where number = 3", 3, LinkFault.Changed },
        { "update ledger_entries set body_name = '别的局' where number = 1", 1, LinkFault.Changed },
        { "update ledger_entries set act = 'test.other' where number = 6", 6, LinkFault.Changed },
        { "update ledger_entries set kind = 'other' where number = 4", 4, LinkFault.Changed },
        { "update ledger_entries set key = '1' where number = 4", 4, LinkFault.Changed },
        { "update ledger_entries set at = '2026-03-02 01:00:01' where number = 4", 4, LinkFault.Changed },
        { "update ledger_entries set hash = previous where number = 2", 2, LinkFault.Changed },
        { "update ledger_entries set previous = hash where number = 2", 2, LinkFault.Changed },
        { "update ledger_entries set algorithm = 'sm3' where number = 5", 5, LinkFault.Changed },
        { "update ledger_entries set algorithm = 'md5' where number = 5", 5, LinkFault.Changed },
        { "update ledger_entries set details_digest = hash where number = 5", 5, LinkFault.Changed },
        { "delete from ledger_details where number = 4; delete from ledger_entries where number = 4", 4, LinkFault.Missing },
        { "delete from ledger_details where number < 3; delete from ledger_entries where number < 3", 1, LinkFault.Missing },
        { "update ledger_details set body = replace(body, '第2条', '别的') where number = 2", 2, LinkFault.DigestMismatch },
        { "update ledger_details set salt = (select salt from ledger_details where number = 1) where number = 2", 2, LinkFault.DigestMismatch },
        { "delete from ledger_details where number = 5", 5, LinkFault.DigestMismatch },
    };

    [Fact]
    public async Task A_chain_nobody_touched_holds()
    {
        await using var world = await Chain();

        var found = await world.Verify();

        Assert.True(found.Holds, found.FirstBroken?.What);
        Assert.Equal((Entries, 0L), (found.Entries, found.Erased));
        Assert.Equal(await world.Db(db => db.LedgerEntries.Where(e => e.Number == Entries).Select(e => e.Hash).SingleAsync(Cancel)), Convert.FromHexString(found.Head));
    }

    [Theory, MemberData(nameof(Frauds))]
    public async Task Whatever_is_changed_is_named_with_its_entry(string fraud, long number, LinkFault fault)
    {
        await using var world = await Chain();
        Assert.SkipWhen(fraud.Contains("'sm3'", StringComparison.Ordinal) && !Sm3.IsAvailable, "本机的OpenSSL没有SM3 (no SM3 in this machine's OpenSSL)");
        await world.Tamper(fraud);

        var found = await world.Verify();

        Assert.Equal((number, fault), (found.FirstBroken!.Number, found.FirstBroken.Fault));
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_noticed()
    {
        await using var world = await Chain();
        await world.Tamper(
            "update ledger_entries set number = -3 where number = 3; update ledger_entries set number = 3 where number = 4; update ledger_entries set number = 4 where number = -3");

        Assert.Equal(3, (await world.Verify()).FirstBroken!.Number);
    }

    [Fact]
    public async Task An_entry_replaced_by_another_that_is_whole_in_itself_is_named_by_its_successor()
    {
        await using var world = await Chain();
        var forged = await world.Db(db => db.LedgerEntries.AsNoTracking().SingleAsync(e => e.Number == 3, Cancel));
        var replacement = new LedgerEntry
        {
            Number = 3,
            At = forged.At,
            ActorId = "o-9",
            ActorName = "王五",
            BodyId = forged.BodyId,
            BodyName = forged.BodyName,
            Act = forged.Act,
            Kind = forged.Kind,
            Key = forged.Key,
            DetailsDigest = forged.DetailsDigest,
            Previous = forged.Previous,
        };
        await world.Tamper(string.Create(CultureInfo.InvariantCulture,
            $"update ledger_entries set actor_id = 'o-9', actor_name = '王五', hash = {world.Bytes(Link.HashOf(replacement, forged.Previous))} where number = 3"));

        var found = await world.Verify();

        Assert.Equal((3L, LinkFault.Replaced), (found.FirstBroken!.Number, found.FirstBroken.Fault));
    }

    [Fact]
    public async Task A_chain_that_lost_its_end_no_longer_contains_the_hash_that_was_published()
    {
        await using var world = await Chain();
        var published = Convert.FromHexString((await world.Verify()).Head);
        Assert.True((await world.Verify(published)).HeadSeen);
        await world.Tamper("delete from ledger_details where number > 4; delete from ledger_entries where number > 4");

        var found = await world.Verify(published);

        Assert.True(found.Holds);
        Assert.False(found.HeadSeen);
    }

    [Fact]
    public async Task Details_erased_in_the_open_do_not_break_it()
    {
        await using var world = await Chain();

        Assert.True(await world.In(services => services.GetRequiredService<LedgerErasure>().Run(2, "误写了当事人姓名", Notes.Clerk, Cancel)));

        var found = await world.Verify();
        Assert.True(found.Holds, found.FirstBroken?.What);
        Assert.Equal((Entries + 1, 1L), (found.Entries, found.Erased));
        Assert.False(await world.Db(db => db.LedgerDetails.AnyAsync(d => d.Body.Contains("第2条"), Cancel)));
    }

    [Fact]
    public async Task The_head_of_a_day_is_the_last_entry_before_midnight_in_beijing()
    {
        await using var world = await Notes.World(provider);
        await world.Write("3月2日9时");
        world.Clock.Advance(new TimeSpan(14, 59, 59));
        await world.Write("3月2日23时59分59秒");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Write("3月3日0时");

        var heads = await world.In(services => services.GetRequiredService<LedgerDays>().Heads(new(2026, 3, 1), new(2026, 3, 4), Cancel));

        Assert.Equal([(new(2026, 3, 2), 2L), (new(2026, 3, 3), 3L), (new DateOnly(2026, 3, 4), 3L)], heads.Select(head => (head.Day, head.Number)));
        Assert.Equal((await world.Verify()).Head, heads[^1].Hash);
    }

    private async Task<World> Chain()
    {
        var world = await Notes.World(provider);
        for (var i = 1; i <= Entries; i++)
        {
            await world.Write($"第{i}条");
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        return world;
    }
}

public sealed class VerifierOnSqliteTests() : VerifierTests(DatabaseProvider.Sqlite);

public sealed class VerifierOnPostgreSqlTests() : VerifierTests(DatabaseProvider.PostgreSql);
