using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>保管期限: by kind and body, decided with the archiving; the day it ends follows and nothing is deleted.</summary>
public abstract class RetentionTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RetentionPeriod.TenYears, "2015-12-31", true)]
    [InlineData(RetentionPeriod.TenYears, "2016-01-01", false)]
    [InlineData(RetentionPeriod.ThirtyYears, "1995-06-30", true)]
    [InlineData(RetentionPeriod.ThirtyYears, "2015-12-31", false)]
    [InlineData(RetentionPeriod.Permanent, "1950-01-01", false)]
    public void Ends_with_the_year_counted_from_the_one_after(RetentionPeriod period, string formed, bool isEnded)
    {
        var (formedOn, today) = (DateOnly.ParseExact(formed, "yyyy-MM-dd"), new DateOnly(2026, 3, 2));

        Assert.Equal(isEnded, period.EndsOn(formedOn) < today);
        Assert.Equal(isEnded, formedOn <= period.FormedBy(today));
        Assert.Equal(period.Years is null, period.EndsOn(formedOn) is null);
    }

    [Fact]
    public async Task What_a_body_says_holds_for_its_kind_and_nobody_else_may_say_it()
    {
        await using var world = await Yunze.World(provider);
        var (head, clerk) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer(Desk.Bureau, Role.CaseOfficer));
        var document = await world.Drafted(DocumentKind.Information);
        Assert.Equal(new Retention(RetentionPeriod.ThirtyYears, new(2026, 2, 10), new(2056, 12, 31), false), await Kept(world, document.Id));

        await Assert.ThrowsAsync<NotAllowedException>(() => Set(world, RetentionPeriod.TenYears, clerk));
        await Set(world, RetentionPeriod.TenYears, head);

        Assert.Equal(new Retention(RetentionPeriod.TenYears, new(2026, 2, 10), new(2036, 12, 31), false), await Kept(world, document.Id));
        Assert.Equal(RetentionPeriod.Permanent, (await Kept(world, (await world.Drafted(DocumentKind.Rules)).Id))!.Period);
    }

    [Fact]
    public async Task What_is_decided_with_the_archiving_outlives_a_change_of_the_rule()
    {
        await using var world = await Yunze.World(provider);
        var (head, publisher) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer(Desk.Bureau, Role.Publisher));
        var (usual, chosen) = (await world.Published(DocumentKind.Information), await world.Published(DocumentKind.Information));

        await world.Do<ArchiveDocument>(archive => archive.Run(usual.Id, null, publisher, null, Cancel));
        await world.Do<ArchiveDocument>(archive => archive.Run(chosen.Id, RetentionPeriod.Permanent, publisher, null, Cancel));
        await Set(world, RetentionPeriod.TenYears, head);

        Assert.Equal((RetentionPeriod.ThirtyYears, true), await Kept(world, usual.Id) is { } kept ? (kept.Period, kept.IsDecided) : default);
        Assert.Equal(RetentionPeriod.Permanent, (await Kept(world, chosen.Id))!.Period);
    }

    [Fact]
    public async Task What_has_been_kept_long_enough_is_found_and_stays()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        Task<Document> Formed(int year, DocumentKind kind) => world.Published(kind, Old(year));
        var (old, young, forever, kept) = (await Formed(1994, DocumentKind.Information), await Formed(2020, DocumentKind.Information), await Formed(1994, DocumentKind.NormativeDocument), await Formed(1994, DocumentKind.Information));
        await world.Do<ArchiveDocument>(archive => archive.Run(kept.Id, RetentionPeriod.Permanent, publisher, null, Cancel));
        await world.Do<ArchiveDocument>(archive => archive.Run(young.Id, RetentionPeriod.TenYears, publisher, null, Cancel));
        Assert.Equal([old.Id], await Ended(world));

        world.Clock.Advance(TimeSpan.FromDays(365 * 6));

        // Of what came into being in one moment nobody says which was first.
        Assert.Equal(new HashSet<DocumentId> { old.Id, young.Id }, (await Ended(world)).ToHashSet());
        Assert.Equal(4, await world.ReadableCount());
        Assert.NotEqual(old.Id, forever.Id);
    }

    private static DocumentContent Old(int year)
    {
        var content = Desk.Content();
        (content.CreatedOn, content.EffectiveOn, content.ExpiresOn) = (new DateOnly(year, 5, 1), null, null);
        return content;
    }

    private static Task<List<DocumentId>> Ended(World world) => world.Db(async db =>
    {
        var body = await db.Bodies.Where(body => body.Key == Desk.Bureau).Select(body => body.Id).SingleAsync(Cancel);
        var filter = new DocumentFilter { Body = body, RetentionEnded = (await RetentionRules.Of(db, body, Cancel), world.Clock.Today()) };
        return await filter.In(db).OrderBy(document => document.Id).Select(document => document.Id).ToListAsync(Cancel);
    });

    private static async Task<Retention?> Kept(World world, DocumentId id)
    {
        var document = await world.Document(id);
        return await world.Db(async db => (await RetentionRules.Of(db, document.Body, Cancel)).For(document));
    }

    private static Task Set(World world, RetentionPeriod period, Officer by) => world.Do<SetRetention>(set => set.Run(by.Body, DocumentKind.Information, period, by, null, Cancel));
}

public sealed class RetentionOnSqliteTests() : RetentionTests(DatabaseProvider.Sqlite);

public sealed class RetentionOnPostgreSqlTests() : RetentionTests(DatabaseProvider.PostgreSql);
