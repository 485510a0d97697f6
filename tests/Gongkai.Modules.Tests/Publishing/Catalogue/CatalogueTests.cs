using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>第二十二条: 主动公开基本目录, its lines, versions and columns, and the facts of its board.</summary>
public abstract class CatalogueTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_knows_what_was_drafted_and_never_published()
    {
        await using var world = await Yunze.World(provider);
        DocumentContent Formed(DateOnly on)
        {
            var content = Desk.Content();
            (content.CreatedOn, content.EffectiveOn, content.ExpiresOn) = (on, null, null);
            return content;
        }

        var late = await world.Drafted(DocumentKind.Information, content: Formed(new(2025, 11, 3)));
        await world.Drafted(DocumentKind.Information, content: Formed(new(2026, 2, 27)));
        await world.Drafted(DocumentKind.Information, new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "过程稿") { Evidence = "还会改动" }, Formed(new(2025, 11, 3)));
        Task<HealthFacts> Facts() => world.Do<CatalogueBoard, HealthFacts>(board => board.Facts(late.Body, Cancel));

        Assert.Equal((new DateOnly(2025, 11, 3), 1), Assert.Single((await Facts()).Waiting) is { } waiting ? (waiting.CreatedOn, waiting.Count) : default);
        await world.Signed(await world.Submitted(late.Id));
        Assert.Single((await Facts()).Waiting);
        await world.Publish(late.Id);

        Assert.Empty((await Facts()).Waiting);
    }

    [Fact]
    public async Task A_change_starts_a_new_limit_and_what_has_no_day_is_named()
    {
        await using var world = await Yunze.World(provider);
        var content = Desk.Content();
        (content.EffectiveOn, content.ExpiresOn) = (null, null);
        var document = await world.Published(DocumentKind.Information, content);
        await world.MoveIn(Moving.File(Moving.Line(1).With("created_on", null)));
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        Task<HealthFacts> Facts() => world.Do<CatalogueBoard, HealthFacts>(board => board.Facts(document.Body, Cancel));
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        world.Clock.Advance(TimeSpan.FromDays(60));

        var lying = Assert.Single((await Facts()).Waiting);
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(html: "<p>改过的内容。</p>"), null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id));
        await world.Publish(document.Id);
        var facts = await Facts();

        Assert.Equal((new DateOnly(2026, 3, 2), 1, true), (lying.CreatedOn, lying.Count, lying.IsChange));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 5, 1), true), Assert.Single(facts.Slow, group => group.IsChange) is var slow ? (slow.CreatedOn, slow.PublishedOn, slow.IsChange) : default);
        Assert.Empty(facts.Waiting);
        Assert.Equal(1, facts.Undated.Sum(group => group.Count));

        // A revision that was given up changed nothing.
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<AbandonRevision>(abandon => abandon.Run(document.Id, clerk, null, Cancel));
        Assert.Equal(new DateOnly(2026, 3, 2), (await world.Document(document.Id)).ChangedOn);
    }

    private static LineContent Line => new() { Matter = "科技奖励", Content = "评审规则和获奖名单", Article20Item = "a20_11", Column = "a20_11" };

    [Fact]
    public async Task A_line_is_added_changed_and_retired_each_with_its_entry()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);
        var id = new CatalogueLineId(Guid.NewGuid());

        var added = await world.Do<SaveLine, CatalogueLine>(save => save.Run(publisher.Body, id, Line, publisher, null, Cancel));
        var changed = Line;
        changed.Limit = new DayCount(7, DayUnit.WorkingDays);
        await world.Do<SaveLine>(save => save.Run(publisher.Body, id, changed, publisher, added.Version, Cancel));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => world.Do<SaveLine>(save => save.Run(publisher.Body, id, Line, publisher, added.Version, Cancel)));
        await world.Do<RetireLine>(retire => retire.Run(id, publisher, null, Cancel));

        Assert.DoesNotContain(await world.Db(db => db.LinesOf(publisher.Body).ToListAsync(Cancel)), line => line.Id == id);
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<SaveLine>(save => save.Run(publisher.Body, id, Line, publisher, null, Cancel)));
        Assert.Equal(
            ["catalogue.add_line", "catalogue.change_line", "catalogue.retire_line"],
            await world.Db(db => db.LedgerEntries.Where(entry => entry.Key == $"{id.Value}").OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync(Cancel)));
        Assert.Equal(17, added.Number);
    }

    [Fact]
    public async Task A_line_names_only_what_its_body_has()
    {
        await using var world = await Yunze.World(provider);
        var (publisher, stranger, clerk) = (await world.Officer("kjj", Role.Publisher), await world.Officer("gxj", Role.SectionHead), await world.Officer("kjj", Role.CaseOfficer));

        async Task<string?> Refused(Action<LineContent> set)
        {
            var line = Line;
            set(line);
            return (await Assert.ThrowsAsync<RefusedException>(() => world.Do<SaveLine>(save => save.Run(publisher.Body, new CatalogueLineId(Guid.NewGuid()), line, publisher, null, Cancel)))).Field;
        }

        Assert.Equal("section", await Refused(line => line.Section = stranger.Section));
        Assert.Equal("officer", await Refused(line => line.Officer = stranger.Id));
        Assert.Equal("column", await Refused(line => line.Column = "a20_05"));
        Assert.Equal("column", await Refused(line => line.Column = "guide"));
        Assert.Equal("article20_item", await Refused(line => line.Article20Item = "a20_99"));
        Assert.Equal("topic", await Refused(line => line.Topic = "天文"));
        Assert.Equal("manner", await Refused(line => line.Manner = DisclosureAttribute.Withheld));
        Assert.Equal("content", await Refused(line => (line.Matter, line.Content, line.Article20Item, line.Column) = ("统计数据", "本行业主要指标的月度和年度数据", "a20_04", "a20_04")));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<SaveLine>(save => save.Run(clerk.Body, new CatalogueLineId(Guid.NewGuid()), Line, clerk, null, Cancel)));
    }

    [Fact]
    public async Task A_version_keeps_the_lines_of_its_day_and_an_unchanged_catalogue_makes_none()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);

        await Assert.ThrowsAsync<RefusedException>(() => world.Do<PublishCatalogue>(publish => publish.Run(publisher.Body, null, publisher, null, Cancel)));
        await world.Do<SaveLine>(save => save.Run(publisher.Body, new CatalogueLineId(Guid.NewGuid()), Line, publisher, null, Cancel));
        var alone = await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<PublishCatalogue>(publish => publish.Run(publisher.Body, null, publisher, null, Cancel)));
        var head = await world.Officer("kjj", Role.OfficeHead);
        var catalogue = await world.Do<PublishCatalogue, BasicCatalogue>(publish => publish.Run(publisher.Body, null, head, null, Cancel));

        Assert.Equal(new Article(17), alone.Law);
        Assert.Equal([16, 17], catalogue.Versions.Select(version => version.Lines));
        Assert.DoesNotContain("科技奖励", catalogue.Versions[0].Sheet, StringComparison.Ordinal);
        Assert.Contains("科技奖励", catalogue.Versions[1].Sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changed_retired_or_imported_a_line_does_not_publish_it_and_who_only_saved_it_again_does()
    {
        await using var world = await Yunze.World(provider);
        var (publisher, head) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.OfficeHead));
        var line = await world.Db(db => db.LinesOf(publisher.Body).FirstAsync(Cancel));
        async Task<IReadOnlyList<OfficerId>> Editors() => (await world.Db(db => db.Catalogues.AsNoTracking().SingleAsync(one => one.Body == publisher.Body, Cancel))).Editors;

        await world.Do<SaveLine>(save => save.Run(publisher.Body, line.Id, line, publisher, null, Cancel));
        Assert.Empty(await Editors());
        await world.Do<RetireLine>(retire => retire.Run(line.Id, publisher, null, Cancel));
        Assert.Equal([publisher.Id], await Editors());
        await Run(world, head, write: true, new Dictionary<string, string> { ["matter"] = "统计数据", ["content"] = "年鉴", ["article20_item"] = "（四）", ["column"] = "统计信息" });
        Assert.Equal([publisher.Id, head.Id], await Editors());

        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<PublishCatalogue>(publish => publish.Run(publisher.Body, null, head, null, Cancel)));
        await world.Do<PublishCatalogue>(publish => publish.Run(publisher.Body, null, Actor.System("sample-catalogue", "平台"), null, Cancel));
        Assert.Empty(await Editors());
    }

    [Fact]
    public async Task A_table_is_written_whole_or_not_at_all_and_changes_lines_it_knows()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);
        Dictionary<string, string> known = new() { ["matter"] = "统计数据", ["content"] = "本行业主要指标的月度和年度数据", ["article20_item"] = "（四）", ["column"] = "统计信息", ["limit"] = "5个工作日" };
        Dictionary<string, string> fresh = new(known) { ["content"] = "季度数据", ["section"] = "高新技术科" };
        Dictionary<string, string> wrong = new(known) { ["content"] = "年鉴", ["section"] = "没有的科" };

        var outcomes = await Run(world, publisher, write: true, known, fresh, wrong);
        Assert.Equal([null, null, "责任科室“没有的科”不在本机关，请先增设。"], outcomes.Select(outcome => outcome.Fault));
        Assert.Equal(16, await world.Db(db => db.LinesOf(publisher.Body).CountAsync(Cancel)));

        outcomes = await Run(world, publisher, write: true, known, fresh);
        Assert.Equal(["修改：统计数据", "增加：统计数据"], outcomes.Select(outcome => outcome.What));
        var lines = await world.Db(db => db.LinesOf(publisher.Body).Where(line => line.Matter == "统计数据").ToListAsync(Cancel));
        Assert.Equal([new DayCount(5, DayUnit.WorkingDays), new DayCount(5, DayUnit.WorkingDays)], lines.Select(line => line.Limit));
    }

    [Fact]
    public async Task A_column_a_body_has_changed_stands_in_the_place_of_the_standard_one()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);

        await world.Do<SetColumn>(set => set.Run(publisher.Body, "a20_11", new ColumnSettings("科技惠民", true, null, new DocumentRule(["a20_11"], [], ["科技、教育"])), publisher, null, Cancel));

        var columns = await world.Db(db => db.ColumnsOf(publisher.Body, Cancel));
        Assert.Equal("科技惠民", columns.Single(column => column.Key == "a20_11").Name);
        Assert.Equal(StandardColumns.All.Select(column => column.Key), columns.Select(column => column.Key));
        Assert.Equal("重点民生", (await world.Db(async db => await db.ColumnsOf(await db.Bodies.Where(body => body.Key == "gxj").Select(body => body.Id).SingleAsync(Cancel), Cancel))).Single(column => column.Key == "a20_11").Name);
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetColumn>(set => set.Run(publisher.Body, "guide", new ColumnSettings("指南", false, null, DocumentRule.Nothing), publisher, null, Cancel)));
    }

    [Fact]
    public async Task The_board_sees_what_is_published_late_revised_and_withdrawn()
    {
        await using var world = await Yunze.World(provider);
        var kjj = await world.Body("kjj");
        var content = Desk.Content();
        content.CreatedOn = new(2026, 1, 5);
        var late = await world.Published(content: content);
        var draft = await world.Drafted(content: Desk.Content("还没有公开的文件"));

        var column = Column(await world.Do<CatalogueBoard, CatalogueHealth>(board => board.Of(kjj, Cancel)));
        Assert.Equal((1, new DateOnly(2026, 3, 2), HealthState.Late), (column.Count, column.NewestOn!.Value, column.State));

        world.Clock.Advance(TimeSpan.FromDays(200));
        column = Column(await world.Do<CatalogueBoard, CatalogueHealth>(board => board.Of(kjj, Cancel)));
        Assert.Contains(column.Verdicts, verdict => verdict.State == HealthState.Stale);

        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(late.Id, clerk, null, Cancel));
        await world.Signed(await world.Submitted(late.Id));
        await world.Publish(late.Id);
        column = Column(await world.Do<CatalogueBoard, CatalogueHealth>(board => board.Of(kjj, Cancel)));
        Assert.Equal((1, new DateOnly(2026, 9, 18)), (column.Count, column.NewestOn!.Value));
        Assert.DoesNotContain(column.Verdicts, verdict => verdict.State == HealthState.Stale);

        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(late.Id, "内容有误", publisher, null, Cancel));
        Assert.Equal(HealthState.Empty, Column(await world.Do<CatalogueBoard, CatalogueHealth>(board => board.Of(kjj, Cancel))).State);
        Assert.Equal(DocumentState.Draft, draft.State);
    }

    [Fact]
    public async Task The_documents_behind_a_column_are_found_by_item_and_topic()
    {
        await using var world = await Yunze.World(provider);
        await world.Drafted();

        async Task<int> Found(DocumentFilter filter) => await world.Db(db => filter.In(db).CountAsync(Cancel));

        Assert.Equal(
            (1, 0, 1, 1, 0),
            (await Found(new() { Items = ["a20_01", "a20_02"] }), await Found(new() { Items = ["a20_02"] }), await Found(new() { Topic = "科技、教育" }), await Found(new() { Topic = "科技、教育\\科技" }), await Found(new() { Topic = "科技" })));
    }

    private static ColumnHealth Column(CatalogueHealth health) => health.Columns.Single(one => one.Column.Key == "a20_01");

    private static Task<IReadOnlyList<LineOutcome>> Run(World world, Officer by, bool write, params Dictionary<string, string>[] rows) =>
        world.Do<ImportLines, IReadOnlyList<LineOutcome>>(import => import.Run(by.Body, [.. rows.Select(row => new Func<string, string>(key => row.GetValueOrDefault(key) ?? ""))], write, by, Cancel));
}

public sealed class CatalogueOnSqliteTests() : CatalogueTests(DatabaseProvider.Sqlite);

public sealed class CatalogueOnPostgreSqlTests() : CatalogueTests(DatabaseProvider.PostgreSql);
