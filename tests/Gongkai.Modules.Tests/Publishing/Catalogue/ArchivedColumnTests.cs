using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>归档栏目, and the foot of a body's pages.</summary>
public abstract class ArchivedColumnTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_closed_once_and_may_be_opened_again()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);

        await world.Do<ArchiveColumn>(archive => archive.Run(publisher.Body, "a20_03", publisher, null, Cancel));
        var closed = await Column(world, publisher.Body);
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ArchiveColumn>(archive => archive.Run(publisher.Body, "a20_03", publisher, null, Cancel)));
        var shown = await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetColumn>(set => set.Run(publisher.Body, "a20_03", new ColumnSettings("规划", true, null, closed.Rule), publisher, null, Cancel)));
        await world.Do<ArchiveColumn>(archive => archive.Reopen(publisher.Body, "a20_03", publisher, null, Cancel));
        var open = await Column(world, publisher.Body);

        Assert.Equal((world.Clock.Today(), false), (closed.ArchivedOn!.Value, closed.IsShown));
        Assert.Equal("is_shown", shown.Field);
        Assert.Equal((null, true), (open.ArchivedOn, open.IsShown));
        Assert.Equal(2, await world.Db(db => db.LedgerEntries.CountAsync(entry => entry.Act == "catalogue.archive_column" || entry.Act == "catalogue.reopen_column", Cancel)));
    }

    [Fact]
    public async Task The_uniform_ones_stay_and_only_those_who_may_close_any()
    {
        await using var world = await Yunze.World(provider);
        var (publisher, clerk) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.CaseOfficer));

        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ArchiveColumn>(archive => archive.Run(publisher.Body, "guide", publisher, null, Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ArchiveColumn>(archive => archive.Run(publisher.Body, "nothing", publisher, null, Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<ArchiveColumn>(archive => archive.Run(publisher.Body, "a20_03", clerk, null, Cancel)));
    }

    [Fact]
    public async Task Holds_what_was_published_up_to_its_day()
    {
        await using var world = await Yunze.World(provider);
        var published = await world.Published();
        var shelf = new ShelfQuestion { Bodies = [published.Body], Kind = published.Kind, Until = published.PublishedOn };

        Task<int> Count(ShelfQuestion asked) => world.In(services => services.GetRequiredService<PublicShelf>().In(asked).CountAsync(Cancel));

        Assert.Equal((1, 0), (await Count(shelf), await Count(shelf with { Until = published.PublishedOn!.Value.AddDays(-1) })));
    }

    [Theory]
    [InlineData("id_code", "123456789", null, null)]
    [InlineData("id_code", "bm1234567", null, null)]
    [InlineData("icp", null, "备案09000021", null)]
    [InlineData("police", null, null, "公安备案")]
    public async Task A_foot_refuses_what_is_no_number(string field, string? code, string? icp, string? police)
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);

        Assert.Equal(field, (await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetFooter>(set => set.Run(publisher.Body, new FooterContent(code, icp, police, null, null, null), publisher, null, Cancel)))).Field);
    }

    [Fact]
    public async Task A_foot_is_kept_with_an_entry_and_never_over_another_s_change()
    {
        await using var world = await Yunze.World(provider);
        var (publisher, clerk) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.CaseOfficer));
        var typed = new FooterContent("bm12345678", "云ICP备09000021号-1", "云公网安备 99010002000021号", null, "市科技信息中心", " ");

        await world.Do<SetFooter>(set => set.Run(publisher.Body, typed, publisher, null, Cancel));

        var kept = await world.Db(db => db.SiteFooters.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal(("bm12345678", "市科技信息中心", null), (kept.IdCode, kept.Undertaker, kept.Contact));
        Assert.Equal(1, await world.Db(db => db.LedgerEntries.CountAsync(entry => entry.Act == "site_footers.set", Cancel)));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => world.Do<SetFooter>(set => set.Run(publisher.Body, typed with { IdCode = null }, publisher, 99, Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<SetFooter>(set => set.Run(publisher.Body, typed, clerk, null, Cancel)));
    }

    private static Task<CatalogueColumn> Column(World world, BodyId body) => world.Db(db => db.CatalogueColumns.AsNoTracking().SingleAsync(column => column.Body == body && column.Key == "a20_03", Cancel));
}

public sealed class ArchivedColumnOnSqliteTests() : ArchivedColumnTests(DatabaseProvider.Sqlite);

public sealed class ArchivedColumnOnPostgreSqlTests() : ArchivedColumnTests(DatabaseProvider.PostgreSql);
