using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>第十二条: what lacks an element of the catalogue is not made public, on any way.</summary>
public abstract class CompletenessTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_lacks_an_element_is_neither_published_nor_scheduled_until_it_has_been_completed()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Approved(content: Without("summary", "article20_item"));
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        Task Schedule() => world.Do<SchedulePublication>(schedule => schedule.Run(document.Id, world.Clock.GetUtcNow().AddHours(1), null, publisher, null, Cancel));

        var refused = await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id));

        Assert.Equal(new Article(12), refused.Law);
        Assert.StartsWith("目录要素不全，不能公开：缺少内容概述、法定公开事项，请撤回修改，补齐后重新送审", refused.Message, StringComparison.Ordinal);
        Assert.Contains("不能定时公开", (await Assert.ThrowsAsync<NotLawfulException>(Schedule)).Message, StringComparison.Ordinal);
        Assert.Equal(0, await world.ReadableCount());

        await world.Do<RecallDocument>(recall => recall.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(), null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id));
        await Schedule();
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await world.Do<PublishDue, int>(due => due.Run(Cancel)));
    }

    [Fact]
    public async Task A_revision_loses_no_element_and_what_was_public_stays()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Without("topic"), null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id));

        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id));

        Assert.Equal(Desk.Content().Topic, (await world.Document(document.Id)).Shown!.Topic);
    }

    [Fact]
    public async Task What_was_moved_in_without_an_element_is_public_and_may_be_revised()
    {
        await using var world = await Yunze.World(provider);
        await world.MoveIn(Moving.File(Moving.Line(1).With("issuer", null).With("created_on", null).With("topic", null)));
        var moved = await world.Moved(1);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);

        await world.Do<ReviseDocument>(revise => revise.Run(moved.Id, clerk, null, Cancel));
        await world.Signed(await world.Submitted(moved.Id));
        await world.Publish(moved.Id);

        Assert.Equal(["issuer", "created_on", "topic", "article20_item"], ContentFields.Lacking((await world.Document(moved.Id)).Shown!).Select(field => field.Key));
    }

    [Theory]
    [InlineData(DisclosureAttribute.Proactive, true)]
    [InlineData(DisclosureAttribute.Withheld, false)]
    public async Task The_checks_say_early_what_would_bar_it(DisclosureAttribute attribute, bool bars)
    {
        await using var world = await Yunze.World(provider);
        var drafted = await world.Drafted(attribute: bars ? null : new AttributeDecision(attribute, "EX6", Reason: "征求意见的过程稿") { Evidence = "还会改动" }, content: Without("summary"));

        var document = await world.Document(drafted.Id);
        var found = Assert.Single(await world.Do<DocumentChecks, IReadOnlyList<Finding>>(checks => checks.Run(document, Cancel)), one => one.Check == "missing_particulars");

        Assert.Equal(("内容概述", bars), (found.Words, found.Advice.Contains("不能公开（《政府信息公开条例》第十二条）", StringComparison.Ordinal)));
    }

    private static DocumentContent Without(params string[] keys)
    {
        var content = Desk.Content();
        content.Summary = keys.Contains("summary") ? null : content.Summary;
        content.Topic = keys.Contains("topic") ? null : content.Topic;
        content.Article20Item = keys.Contains("article20_item") ? null : content.Article20Item;
        return content;
    }
}

public sealed class CompletenessOnSqliteTests() : CompletenessTests(DatabaseProvider.Sqlite);

public sealed class CompletenessOnPostgreSqlTests() : CompletenessTests(DatabaseProvider.PostgreSql);
