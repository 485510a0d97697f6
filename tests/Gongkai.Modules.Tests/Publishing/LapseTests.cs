using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>有效期届满: what a text said of its own end is told to everybody when it comes.</summary>
public abstract class LapseTests(DatabaseProvider provider)
{
    private static readonly DateOnly s_last = new(2026, 3, 31);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_recorded_once_the_day_after_the_last_day_and_told_to_whoever_keeps_a_copy()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published(content: Until(s_last));
        await world.Published();
        var known = await world.Do<PublicChanges, PublicChangePage>(changes => changes.After(0, 100, Cancel));
        Advance(world, to: s_last);
        Assert.Equal(0, await Lapse(world));

        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), (await Lapse(world), await Lapse(world)));

        var lapsed = await world.Document(document.Id);
        var told = await world.Do<PublicChanges, PublicChangePage>(changes => changes.After(known.Next, 100, Cancel));
        var read = await world.Do<PublicReader, PublicDocument?>(reader => reader.Read(document.Id, Cancel));
        Assert.Equal((document.Id, false), Assert.Single(told.Changes) is var change ? (change.Id, change.IsWithdrawn) : default);
        Assert.Equal(["documents.lapse"], await world.Db(db => db.LedgerEntries.Where(entry => entry.Number > known.Next && entry.Kind == Document.RecordKind).Select(entry => entry.Act).ToListAsync(Cancel)));
        Assert.Equal((Validity.Expired, DocumentEvent.Expired, DocumentState.Public), (Validities.On(lapsed, world.Clock.Today()), DocumentEvents.LastOf(lapsed), lapsed.State));
        Assert.Equal(new PublicChange(new(2026, 4, 1), "失效", "有效期至2026年3月31日", null), PublicRecord.Of(lapsed)[^1]);
        Assert.Equal(PublicRecord.Of(lapsed), PublicRecord.Of(read!));
        Assert.Equal(1, NormativeRegister.Form2021([RegisterEntry.Of(lapsed)!], DocumentKind.NormativeDocument, new(2026, 12, 31)).RepealedThisYear);
    }

    [Fact]
    public async Task What_ended_before_or_has_no_validity_does_not_lapse()
    {
        await using var world = await Yunze.World(provider);
        var (repealed, withdrawn) = (await world.Published(content: Until(s_last)), await world.Published(content: Until(s_last)));
        await world.Published(DocumentKind.Information, Until(s_last));
        await world.Approved(content: Until(s_last));
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Repeal(repealed.Id, new(2026, 3, 10), "已有新的办法");
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(withdrawn.Id, "附表有误", publisher, null, Cancel));
        Advance(world, to: s_last.AddDays(1));

        Assert.Equal(0, await Lapse(world));

        var ended = await world.Document(repealed.Id);
        Assert.Throws<NotLawfulException>(() => ended.Lapse(publisher, world.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_is_extended_by_a_revision_holds_again_and_lapses_again()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published(content: Until(s_last));
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Until(new(2026, 6, 30)), null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id, "有效期延长三个月"));
        Advance(world, to: s_last.AddDays(1));
        await world.Do<SchedulePublication>(schedule => schedule.Run(document.Id, world.Clock.GetUtcNow().AddHours(1), null, publisher, null, Cancel));

        // It lapses while its extension waits for its hour, which comes none the less.
        Assert.Equal(1, await Lapse(world));
        world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await world.Do<PublishDue, int>(due => due.Run(Cancel)));

        Assert.Equal(Validity.InForce, Validities.On(await world.Document(document.Id), world.Clock.Today()));
        Assert.Equal(0, await Lapse(world));
        Advance(world, to: new(2026, 7, 1));
        Assert.Equal(1, await Lapse(world));
        Assert.Equal([new DateOnly(2026, 4, 1), new DateOnly(2026, 7, 1)], (await world.Document(document.Id)).History.Where(taken => taken.Step == Procedure.Lapse.Id).Select(taken => taken.Effective!.Value));
    }

    [Fact]
    public async Task What_is_about_to_lapse_is_named_before_and_no_more_once_it_has_ended()
    {
        await using var world = await Yunze.World(provider);
        var (soon, _, later) = (await world.Published(content: Until(s_last)), await world.Published(), await world.Published(content: Until(s_last.AddDays(10))));
        Task<List<Expiring>> Soon() => world.Do<Expiries, List<Expiring>>(expiries => expiries.Soon([soon.Body], world.Clock.Today().AddDays(30), 20, Cancel));

        Assert.Equal([new Expiring(soon.Id, soon.Title, s_last)], await Soon());
        Advance(world, to: s_last.AddDays(1));

        Assert.Equal([later.Id], (await Soon()).Select(one => one.Id));
        Assert.Empty(await world.Do<Expiries, List<Expiring>>(expiries => expiries.Soon([new BodyId(Guid.CreateVersion7())], new(2030, 1, 1), 20, Cancel)));
    }

    private static Task<int> Lapse(World world) => world.Do<LapseDue, int>(due => due.Run(Cancel));

    private static void Advance(World world, DateOnly to) => world.Clock.Advance(TimeSpan.FromDays(to.DayNumber - world.Clock.Today().DayNumber));

    private static DocumentContent Until(DateOnly last)
    {
        var content = Desk.Content();
        (content.EffectiveOn, content.ExpiresOn) = (new(2026, 2, 10), last);
        return content;
    }
}

public sealed class LapseOnSqliteTests() : LapseTests(DatabaseProvider.Sqlite);

public sealed class LapseOnPostgreSqlTests() : LapseTests(DatabaseProvider.PostgreSql);
