using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>专题.</summary>
public abstract class TopicTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_published_by_somebody_who_did_not_write_it()
    {
        await using var world = await Yunze.World(provider);
        var (writer, head) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.OfficeHead));

        await Write(world, writer, Content());
        var alone = await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<PublishTopic>(publish => publish.Run(writer.Body, "huiqi", writer, null, Cancel)));
        Assert.Empty(await List(world, writer.Body));
        await world.Do<PublishTopic>(publish => publish.Run(writer.Body, "huiqi", head, null, Cancel));

        Assert.Contains("另一人", alone.Message, StringComparison.Ordinal);
        var topic = Assert.Single(await List(world, writer.Body));
        Assert.Equal(("惠企政策", writer.Name, head.Name, world.Clock.Today()), (topic.Shown.Title, topic.Shown.EditedByName, topic.Shown.PublishedByName, topic.Shown.StartsOn));
        var acts = await world.Db(db => db.LedgerEntries.Where(entry => entry.Kind == TopicPage.RecordKind).OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync(Cancel));
        Assert.Equal(["topics.edit", "topics.publish"], acts);
    }

    [Fact]
    public async Task Shows_what_was_chosen_and_then_what_the_rule_takes_in_until_it_is_withdrawn()
    {
        await using var world = await Yunze.World(provider);
        var (writer, head) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.OfficeHead));
        var chosen = await world.Published(DocumentKind.Information, Desk.Content("企业减负二十条"));
        var byRule = await world.Published(content: Desk.Content("云泽市技术合同登记办法"));
        await Publish(world, writer, head, Content(new TopicSection("政策", null, [chosen.Id.Value], "a20_01", [DocumentKind.NormativeDocument], [])));

        var before = (await Read(world, writer.Body))!;
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(chosen.Id, "内容有误", writer, null, Cancel));
        var after = (await Read(world, writer.Body))!;

        Assert.Equal([chosen.Id, byRule.Id], before.Documents.Select(item => item.Id));
        Assert.Equal(2, before.Sections[0].Total);
        Assert.Equal([byRule.Id], after.Documents.Select(item => item.Id));
    }

    [Fact]
    public async Task Takes_only_what_everybody_may_read_and_what_is_its_own()
    {
        await using var world = await Yunze.World(provider);
        var (writer, elsewhere) = (await world.Officer("kjj", Role.Publisher), await world.Officer("gxj", Role.Publisher));
        var draft = await world.Drafted();
        var foreign = await world.Published();

        Assert.Equal("documents_1", (await Assert.ThrowsAsync<RefusedException>(() => Write(world, writer, Content(new TopicSection("政策", null, [draft.Id.Value], null, [], []))))).Field);
        Assert.Equal("documents_1", (await Assert.ThrowsAsync<RefusedException>(() => Write(world, elsewhere, Content(new TopicSection("政策", null, [foreign.Id.Value], null, [], []))))).Field);
        Assert.Equal("column_1", (await Assert.ThrowsAsync<RefusedException>(() => Write(world, writer, Content(new TopicSection("政策", null, [], "system_rules", [DocumentKind.Interpretation], []))))).Field);
        Assert.Equal("topics_1", (await Assert.ThrowsAsync<RefusedException>(() => Write(world, writer, Content(new TopicSection("政策", null, [], null, [], ["没有这一类"]))))).Field);
        Assert.Equal("documents_1", (await Assert.ThrowsAsync<RefusedException>(() => Write(world, writer, Content(new TopicSection("空栏", null, [], null, [], []))))).Field);
        Assert.Equal("takes_in_below", (await Assert.ThrowsAsync<RefusedException>(() => Write(world, writer, Content(below: true)))).Field);
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<EditTopic>(edit => edit.Run(writer.Body, "huiqi", Content(), elsewhere, null, Cancel)));
    }

    [Fact]
    public async Task Of_a_government_takes_in_the_bodies_below()
    {
        await using var world = await Yunze.World(provider);
        var (writer, head) = (await world.Officer("yunze", Role.Publisher), await world.Officer("yunze", Role.OfficeHead));
        var published = await world.Published();
        var section = new TopicSection("政策", null, [], null, [DocumentKind.NormativeDocument], []);

        await Publish(world, writer, head, Content(section));
        var own = (await Read(world, writer.Body))!;
        await Publish(world, writer, head, Content(section, below: true));
        var below = (await Read(world, writer.Body))!;

        Assert.Empty(own.Documents);
        Assert.Equal([published.Id], below.Documents.Select(item => item.Id));
        Assert.Equal(2, below.Topic.Published!.Number);
    }

    [Fact]
    public async Task Begins_and_ends_on_its_days_and_stays_readable()
    {
        await using var world = await Yunze.World(provider);
        var (writer, head) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.OfficeHead));
        var today = world.Clock.Today();
        await Publish(world, writer, head, Content(from: today.AddDays(1), to: today.AddDays(2)));

        Assert.Empty(await List(world, writer.Body));
        Assert.Null(await Read(world, writer.Body));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(Assert.Single(await List(world, writer.Body)).IsEnded);
        world.Clock.Advance(TimeSpan.FromDays(2));
        var ended = Assert.Single(await List(world, writer.Body));
        Assert.True(ended.IsEnded);
        Assert.False(ended.IsAnnounced);
        Assert.NotNull((await Read(world, writer.Body))!.Shown);
    }

    [Fact]
    public async Task Withdrawn_leaves_its_reason_and_comes_back_only_by_a_new_publication()
    {
        await using var world = await Yunze.World(provider);
        var (writer, head) = (await world.Officer("kjj", Role.Publisher), await world.Officer("kjj", Role.OfficeHead));
        await Publish(world, writer, head, Content());

        await world.Do<WithdrawTopic>(withdraw => withdraw.Run(writer.Body, "huiqi", "收录有误", head, null, Cancel));

        var gone = (await Read(world, writer.Body))!;
        Assert.Equal((null, "收录有误"), (gone.Shown, gone.Topic.WithdrawnBecause));
        Assert.Empty(gone.Sections);
        Assert.Empty(await List(world, writer.Body));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<PublishTopic>(publish => publish.Run(writer.Body, "huiqi", head, null, Cancel)));
        await Publish(world, writer, head, Content());
        Assert.Single(await List(world, writer.Body));
    }

    [Fact]
    public async Task Is_not_written_over_what_another_wrote_meanwhile()
    {
        await using var world = await Yunze.World(provider);
        var writer = await world.Officer("kjj", Role.Publisher);
        await Write(world, writer, Content());

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => world.Do<EditTopic>(edit => edit.Run(writer.Body, "huiqi", Content(to: new(2030, 1, 1)), writer, 99, Cancel)));
    }

    [Fact]
    public async Task Finds_chosen_documents_by_address_index_number_number_and_title()
    {
        await using var world = await Yunze.World(provider);
        var published = await world.Published();
        Task<IReadOnlyList<Guid>> Find(string typed) => world.Do<ChosenDocuments, IReadOnlyList<Guid>>(chosen => chosen.Resolve(published.Body, false, typed, "documents_1", Cancel));

        foreach (var typed in (string[])[$"https://www.example.gov.cn/documents/{published.Id.Value}", published.IndexNumber!, "云科发〔2026〕8号", published.Title])
            Assert.Equal([published.Id.Value], await Find(typed));
        Assert.Equal("documents_1", (await Assert.ThrowsAsync<RefusedException>(() => Find("没有的文号"))).Field);
        Assert.Equal($"/documents/{published.Id.Value} {published.Title}", await world.Do<ChosenDocuments, string>(chosen => chosen.Lines([published.Id.Value], Cancel)));
    }

    private static TopicContent Content(TopicSection? section = null, DateOnly? from = null, DateOnly? to = null, bool below = false) => new()
    {
        Title = "惠企政策",
        Introduction = "现行惠企政策。",
        StartsOn = from,
        EndsOn = to,
        IsAnnounced = true,
        TakesInBelow = below,
        Parts = [section ?? new TopicSection("政策", null, [], "a20_01", [], [])],
    };

    private static Task Write(World world, Officer by, TopicContent content) => world.Do<EditTopic>(edit => edit.Run(by.Body, "huiqi", content, by, null, Cancel));

    private static async Task Publish(World world, Officer writer, Officer publisher, TopicContent content)
    {
        await Write(world, writer, content);
        await world.Do<PublishTopic>(publish => publish.Run(writer.Body, "huiqi", publisher, null, Cancel));
    }

    private static Task<IReadOnlyList<PublicTopic>> List(World world, BodyId body) => world.Do<TopicReader, IReadOnlyList<PublicTopic>>(reader => reader.List(body, Cancel));

    private static Task<OpenTopic?> Read(World world, BodyId body) => world.Do<TopicReader, OpenTopic?>(reader => reader.Read(body, "huiqi", Cancel));
}

public sealed class TopicOnSqliteTests() : TopicTests(DatabaseProvider.Sqlite);

public sealed class TopicOnPostgreSqlTests() : TopicTests(DatabaseProvider.PostgreSql);
