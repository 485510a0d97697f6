using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Modules.Tests.Publishing;
using Gongkai.Publishing;
using Gongkai.Search;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Search;

/// <summary>按栏目和公开时间检索: the counts are those of the columns' own pages, and a column chosen finds exactly as many.</summary>
public abstract class ColumnFacetTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_column_counts_what_its_page_shows_and_finds_as_many()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<AddColumn>(add => add.Run(publisher.Body, "salon", new ColumnSettings("科技沙龙", true, null, DocumentRule.Nothing) { Parent = "current_affairs" }, publisher, Cancel));
        var repealed = await world.Published();
        await world.Repeal(repealed.Id, world.Clock.Today(), "已有新的规定");
        await world.Published(content: Desk.Content("云泽市科技创新券实施细则"));
        await world.Published(DocumentKind.Information, In("salon"));
        await world.Published(DocumentKind.Information, In("notices"));
        await SearchTests.Follow(world);

        var columns = await world.Db(db => db.ColumnsOf(publisher.Body, Cancel));
        var request = new SearchRequest { Body = Desk.Bureau, WithFacets = true };
        var counted = (await SearchTests.Find(world, request)).Facets!.Column;
        Dictionary<string, int> shown = [];
        foreach (var column in columns.Where(column => column.IsShown && column.Takes.Count > 0))
            shown[column.Key] = await world.In(services => services.GetRequiredService<PublicShelf>().In(new ShelfQuestion { Bodies = [publisher.Body], Rules = column.Takes }).CountAsync(Cancel));

        Assert.Equal(shown.Where(one => one.Value > 0).OrderBy(one => one.Key), counted.Select(one => KeyValuePair.Create(one.Key, one.Count)).OrderBy(one => one.Key));
        Assert.Equal((1, 1, 1, 2), (shown["salon"], shown["notices"], shown["ended_documents"], shown["normative_documents"]));
        foreach (var one in counted)
        {
            var found = await SearchTests.Find(world, request with { Column = one.Key });
            Assert.Equal(one.Count, found.Total);
            Assert.Equal(counted, found.Facets!.Column);
        }

        Assert.Equal("column", (await Assert.ThrowsAsync<RefusedException>(() => SearchTests.Find(world, request with { Body = "gxj", Column = "salon" }))).Field);
        Assert.Contains((await SearchTests.Find(world, new SearchRequest { WithFacets = true })).Facets!.Column, one => one is { Key: "notices", Name: "通知公告", Count: 1 });
    }

    [Fact]
    public async Task What_is_recent_is_counted_by_the_day_it_begins_whatever_days_are_asked_for()
    {
        await using var world = await Yunze.World(provider);
        await world.Published();
        world.Clock.Advance(TimeSpan.FromDays(60));
        await world.Published(content: Desk.Content("云泽市科技创新券实施细则"));
        await SearchTests.Follow(world);
        var today = world.Clock.Today();

        var recent = (await SearchTests.Find(world, new SearchRequest { WithFacets = true })).Facets!.Recent;

        Assert.Equal([($"{today.AddMonths(-1):yyyy-MM-dd}", "近一个月", 1), ($"{today.AddMonths(-3):yyyy-MM-dd}", "近三个月", 2), ($"{today.AddMonths(-12):yyyy-MM-dd}", "近一年", 2)], recent.Select(one => (one.Key, one.Name, one.Count)));
        var narrowed = await SearchTests.Find(world, new SearchRequest { WithFacets = true, From = today.AddMonths(-1) });
        Assert.Equal(1, narrowed.Total);
        Assert.Equal(recent, narrowed.Facets!.Recent);
    }

    [Fact]
    public async Task What_changed_is_asked_for_by_the_day_of_its_last_change_and_says_what_it_was()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        var first = world.Clock.Today();
        var repealed = await world.Published();
        var ends = Desk.Content("云泽市科技创新券实施细则");
        ends.ExpiresOn = first.AddDays(29);
        var expiring = await world.Published(content: ends);
        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.Repeal(repealed.Id, first.AddDays(20), "已有新的规定");
        await SearchTests.Follow(world);

        Assert.Equal($"{first.AddDays(10):yyyy年M月d日}宣布自{first.AddDays(20):yyyy年M月d日}起废止：已有新的规定", Assert.Single(Assert.Single((await Changed(world, first.AddDays(10), first.AddDays(10))).Items).Changes).Told);
        Assert.Equal(expiring.Id.Value, Assert.Single((await Changed(world, first, first.AddDays(9))).Items).Id);
        world.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(new FoundChange(first.AddDays(20), "废止", "已有新的规定"), Assert.Single((await Changed(world, first.AddDays(20), first.AddDays(20))).Items).Changes[^1]);
        world.Clock.Advance(TimeSpan.FromDays(10));
        var found = await Changed(world, first, first.AddDays(30));
        Assert.Equal([expiring.Id.Value, repealed.Id.Value], found.Items.Select(item => item.Id));
        Assert.Equal([FoundChange.New, "有效期届满失效"], found.Items[0].Changes.Select(change => change.What));
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(repealed.Id, "内容有误", publisher, null, Cancel));
        Assert.Equal([expiring.Id.Value], (await Changed(world, first, first.AddDays(30))).Items.Select(item => item.Id));
    }

    private static Task<SearchAnswer> Changed(World world, DateOnly from, DateOnly to) => SearchTests.Find(world, new SearchRequest { ByChange = true, ChangedFrom = from, ChangedTo = to });

    private static DocumentContent In(string column)
    {
        var content = Desk.Content("关于征集科技需求的通知", "<p>请各单位报送需求。</p>");
        (content.Article20Item, content.Column, content.EffectiveOn, content.ExpiresOn) = (null, column, null, null);
        return content;
    }
}

public sealed class ColumnFacetOnSqliteTests() : ColumnFacetTests(DatabaseProvider.Sqlite);

public sealed class ColumnFacetOnPostgreSqlTests() : ColumnFacetTests(DatabaseProvider.PostgreSql);
