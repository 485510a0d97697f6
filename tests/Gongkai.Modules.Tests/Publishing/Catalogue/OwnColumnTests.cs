using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>栏目 outside articles 20 and 21, standard ones and a body's own, and the documents that are put into them.</summary>
public abstract class OwnColumnTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_added_renamed_moved_closed_and_opened_again_each_with_its_entry()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);

        var added = await world.Do<AddColumn, CatalogueColumn>(add => add.Run(publisher.Body, "tech_salon", Settings("科技沙龙", "current_affairs") with { UpdatedAs = "news" }, publisher, Cancel));
        Assert.Equal((true, true, "current_affairs"), (added.IsOwn, added.TakesChosen, added.Parent));
        Assert.Equal("tech_salon", (await Below(world, publisher.Body, "current_affairs"))[^1]);

        await world.Do<SetColumn>(set => set.Run(publisher.Body, "tech_salon", Settings("科技开放日") with { UpdatedAs = "news", After = "current_affairs" }, publisher, added.Version, Cancel));
        Assert.Equal("tech_salon", (await Below(world, publisher.Body, "current_affairs"))[0]);
        await world.Do<SetColumn>(set => set.Run(publisher.Body, "tech_salon", Settings("科技开放日", "administration"), publisher, null, Cancel));
        await world.Do<SetColumn>(set => set.Run(publisher.Body, "tech_salon", Settings("科技开放日") with { After = "powers" }, publisher, null, Cancel));
        Assert.Equal(["department_documents", "powers", "tech_salon", "double_random", "meetings", "proposals"], await Below(world, publisher.Body, "administration"));
        await world.Do<ArchiveColumn>(archive => archive.Run(publisher.Body, "tech_salon", publisher, null, Cancel));
        Assert.False((await world.Db(db => db.ColumnsOf(publisher.Body, Cancel))).Single(column => column.Key == "tech_salon").IsShown);
        await world.Do<ArchiveColumn>(archive => archive.Reopen(publisher.Body, "tech_salon", publisher, null, Cancel));

        var gxj = (await world.Officer("gxj", Role.Publisher)).Body;
        Assert.DoesNotContain(await world.Db(db => db.ColumnsOf(gxj, Cancel)), column => column.Key == "tech_salon");
        Assert.Equal(
            ["catalogue.add_column", "catalogue.set_column", "catalogue.set_column", "catalogue.set_column", "catalogue.archive_column", "catalogue.reopen_column"],
            await world.Db(db => db.LedgerEntries.Where(entry => entry.Key == $"{publisher.Body.Value}/tech_salon").OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync(Cancel)));
    }

    [Theory]
    [InlineData("notices", "通知", "current_affairs", "key")]
    [InlineData("Salon", "科技沙龙", "current_affairs", "key")]
    [InlineData("new-column", "科技沙龙", "current_affairs", "key")]
    [InlineData("new", "科技沙龙", "current_affairs", "key")]
    [InlineData("salon", "科技沙龙", null, "parent")]
    [InlineData("salon", "科技沙龙", "guide", "parent")]
    [InlineData("salon", "科技沙龙", "rules", "parent")]
    [InlineData("salon", "机构职能", "current_affairs", "name")]
    [InlineData("salon", "", "current_affairs", "name")]
    [InlineData("salon", "科技沙龙", "statutory_content", "items")]
    public async Task Is_refused_where_key_name_place_or_rule_cannot_be(string key, string name, string? parent, string field)
    {
        await using var world = await Yunze.World(provider);
        var (publisher, clerk) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.CaseOfficer));

        Assert.Equal(field, (await Assert.ThrowsAsync<RefusedException>(() => world.Do<AddColumn>(add => add.Run(publisher.Body, key, Settings(name, parent), publisher, Cancel)))).Field);
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<AddColumn>(add => add.Run(publisher.Body, "salon", Settings("科技沙龙", "current_affairs"), clerk, Cancel)));
    }

    [Fact]
    public async Task A_standard_one_keeps_its_parent_and_a_uniform_one_its_place()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);
        async Task<string?> Refused(string key, ColumnSettings settings) => (await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetColumn>(set => set.Run(publisher.Body, key, settings, publisher, null, Cancel)))).Field;

        Assert.Equal("parent", await Refused("notices", Settings("通知公告", "administration")));
        Assert.Equal("after", await Refused("guide", Settings("政府信息公开指南") with { After = "annual_reports" }));
        Assert.Equal("after", await Refused("notices", Settings("通知公告") with { After = "powers" }));
        Assert.Equal("after", await Refused("notices", Settings("通知公告") with { After = "notices" }));
        Assert.Equal("updated_as", await Refused("notices", Settings("通知公告") with { UpdatedAs = "home" }));
    }

    [Fact]
    public async Task Shows_what_was_put_into_it_and_takes_it_from_no_other()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);
        await world.Do<SetColumn>(set => set.Run(publisher.Body, "notices", Settings("通知公告") with { UpdatedAs = "policy" }, publisher, null, Cancel));

        var notice = await world.Published(DocumentKind.Information, Notice("notices"));
        var other = Notice(null);
        other.Article20Item = "a20_15";
        await world.Published(DocumentKind.Information, other);

        Assert.Equal("notices", notice.Column);
        var columns = await world.Db(db => db.ColumnsOf(publisher.Body, Cancel));
        Task<List<DocumentId>> In(string key) => world.In(services => services.GetRequiredService<PublicShelf>().In(new ShelfQuestion { Bodies = [publisher.Body], Rules = columns.Single(column => column.Key == key).Takes }).Select(document => document.Id).ToListAsync(Cancel));
        Assert.Equal([notice.Id], await In("notices"));
        Assert.DoesNotContain(notice.Id, await In("other_statutory"));
        var health = await world.Do<CatalogueBoard, CatalogueHealth>(board => board.Of(publisher.Body, Cancel));
        Assert.Equal((1, HealthState.Good), health.Columns.Single(one => one.Column.Key == "notices") is var one ? (one.Count, one.State) : default);
        Assert.Equal(HealthState.Good, health.Indicators.Single(one => one.Key == "home").State);
        Assert.Equal(notice.Id, Assert.Single(await world.Db(db => new DocumentFilter { Body = publisher.Body, Column = (columns.Single(column => column.Key == "notices").Takes, world.Clock.Today()) }.In(db).ToListAsync(Cancel))).Id);
    }

    [Theory]
    [InlineData("department_documents")]
    [InlineData("a20_01")]
    [InlineData("nothing")]
    public async Task A_draft_is_put_only_into_a_column_the_body_has_opened_for_that(string column)
    {
        await using var world = await Yunze.World(provider);
        var (clerk, draft) = (await world.Officer("kjj", Role.CaseOfficer), await world.Drafted(DocumentKind.Information));

        Assert.Equal("column", (await Assert.ThrowsAsync<RefusedException>(() => world.Drafted(DocumentKind.Information, content: Notice(column)))).Field);
        Assert.Equal("column", (await Assert.ThrowsAsync<RefusedException>(() => world.Do<EditDraft>(edit => edit.Run(draft.Id, Notice(column), null, clerk, null, Cancel)))).Field);
    }

    [Fact]
    public async Task Repealed_documents_stand_in_their_own_column_below_the_bases_of_duty()
    {
        await using var world = await Yunze.World(provider);
        var (publisher, document) = (await world.Officer("kjj", Role.Publisher), await world.Published());
        var columns = await world.Db(db => db.ColumnsOf(publisher.Body, Cancel));
        Task<int> Count(string key) => world.In(services => services.GetRequiredService<PublicShelf>().In(new ShelfQuestion { Bodies = [publisher.Body], Rules = columns.Single(column => column.Key == key).Takes }).CountAsync(Cancel));

        Assert.Equal((1, 0), (await Count("normative_documents"), await Count("ended_documents")));
        await world.Repeal(document.Id, world.Clock.Today(), "已有新的规定");
        Assert.Equal((1, 1), (await Count("normative_documents"), await Count("ended_documents")));

        var board = await world.Do<CatalogueBoard, CatalogueHealth>(one => one.Of(publisher.Body, Cancel));
        Assert.Equal(1, board.Columns.Single(one => one.Column.Key == "ended_documents").Count);
        Assert.Equal((2, 1), (columns.DepthOf(columns.Single(column => column.Key == "ended_documents")), columns.DepthOf(columns.Single(column => column.Key == "a20_01"))));
    }

    [Fact]
    public void Places_that_contradict_each_other_lose_no_column()
    {
        CatalogueColumn Own(string key, string after) => new(default, key) { Name = key, Parent = "administration", After = after, Content = ColumnContent.Documents, Rank = 90, TakesChosen = true };

        var ordered = Columns.InOrder([Own("one", "two"), Own("two", "one"), Own("three", "gone"), Own("four", "four")]);

        Assert.Equal(StandardColumns.All.Count + 4, ordered.Count);
        Assert.Equal(ordered.Count, ordered.Select(column => column.Key).Distinct().Count());
        Assert.Equal(StandardColumns.All.Select(column => column.Key), Columns.InOrder([]).Select(column => column.Key));
    }

    [Fact]
    public void A_section_of_a_topic_narrows_what_was_put_into_a_column()
    {
        var column = StandardColumns.Of("notices")!;
        TopicSection Section(params string[] topics) => new("通知", null, [], "notices", [], topics);

        Assert.Equal([DocumentRule.Nothing with { Column = "notices" }], Section().RulesWith(column)!);
        var narrowed = Assert.Single(Section("科技、教育").RulesWith(column)!);
        Assert.True(narrowed.Holds(new DocumentFacets(DocumentKind.Information, null, "科技、教育\\科技", null) { Column = "notices" }));
        Assert.False(narrowed.Holds(new DocumentFacets(DocumentKind.Information, null, "科技、教育\\科技", null)));
        Assert.False(narrowed.Holds(new DocumentFacets(DocumentKind.Information, null, "其他", null) { Column = "notices" }));
    }

    [Fact]
    public void What_stands_outside_article_20_needs_no_item_of_it()
    {
        Assert.DoesNotContain("法定公开事项", ContentFields.Missing(Notice("notices")));
        Assert.Contains("法定公开事项", ContentFields.Missing(Notice(null)));
    }

    private static ColumnSettings Settings(string name, string? parent = null) => new(name, true, null, DocumentRule.Nothing) { Parent = parent };

    private static DocumentContent Notice(string? column)
    {
        var content = Desk.Content("关于征集科技需求的通知", "<p>请各单位报送需求。</p>");
        (content.Article20Item, content.Column, content.ExpiresOn) = (null, column, null);
        return content;
    }

    private static async Task<IReadOnlyList<string>> Below(World world, BodyId body, string area) => [.. (await world.Db(db => db.ColumnsOf(body, Cancel))).Below(area).Select(column => column.Key)];
}

public sealed class OwnColumnOnSqliteTests() : OwnColumnTests(DatabaseProvider.Sqlite);

public sealed class OwnColumnOnPostgreSqlTests() : OwnColumnTests(DatabaseProvider.PostgreSql);
