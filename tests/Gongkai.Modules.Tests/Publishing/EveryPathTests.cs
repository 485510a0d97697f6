using System.Reflection;
using System.Text;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>先审查后公开 (第十七条): every path to the public, and that none of them goes round the review.</summary>
public abstract class EveryPathTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_operation_publishes_before_the_last_signature()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        await Refused(world, document.Id);

        var review = await world.Submitted(document.Id);
        for (var signatures = 0; signatures < 5; signatures++)
        {
            await Refused(world, document.Id);
            await world.Signed(review, stages: 1);
        }

        await world.Publish(document.Id);
        Assert.Equal(1, await world.ReadableCount());
    }

    [Fact]
    public async Task A_returned_review_publishes_nothing()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        var review = await world.Submitted(document.Id);
        var head = await world.Officer(Desk.Bureau, Role.SectionHead);
        await world.Do<ReturnToAuthor>(back => back.Run(review, "第一条与上位法不一致", [new Remark("第一条", 0, "核对上位法")], head, null, Cancel));

        await Refused(world, document.Id);

        Assert.Equal(DocumentState.Draft, (await world.Document(document.Id)).State);
    }

    [Fact]
    public async Task What_was_changed_after_the_review_is_not_published()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Approved();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("另一个标题"), null, clerk, null, Cancel)));

        await world.Do<RecallDocument>(recall => recall.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("另一个标题"), null, clerk, null, Cancel));

        await Refused(world, document.Id);
    }

    [Fact]
    public async Task Not_even_what_was_changed_in_the_database_behind_our_back()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Approved();
        await world.Db(db => db.Database.ExecuteSqlAsync($"update document_versions set html = '<p>换掉的内容</p>' where document_id = {document.Id.Value}", Cancel));

        await Refused(world, document.Id);
    }

    [Fact]
    public async Task A_schedule_publishes_only_what_still_is_what_was_reviewed()
    {
        await using var world = await Yunze.World(provider);
        var (good, changed) = (await world.Approved(), await world.Approved());
        foreach (var document in (Document[])[good, changed])
            await Schedule(world, document.Id);
        await world.Db(db => db.Database.ExecuteSqlAsync($"update document_versions set title = '换掉的标题' where document_id = {changed.Id.Value}", Cancel));
        world.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, await world.Do<PublishDue, int>(due => due.Run(Cancel)));

        Assert.Equal(DocumentState.Public, (await world.Document(good.Id)).State);
        Assert.Equal(DocumentState.Approved, (await world.Document(changed.Id)).State);
    }

    [Fact]
    public async Task A_schedule_can_not_be_set_before_the_review()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();

        await Assert.ThrowsAsync<NotLawfulException>(() => Schedule(world, document.Id));
        world.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await world.Do<PublishDue, int>(due => due.Run(Cancel)));
    }

    [Fact]
    public async Task An_import_is_a_draft()
    {
        await using var world = await Yunze.World(provider);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);

        var document = await world.Do<ImportDocument, Document>(import => import.Run(
            new NewDocument(clerk.Body, DocumentKind.Information), AttributeDecision.Proactive, Encoding.UTF8.GetBytes("关于开展科技活动周的通知\n各有关单位：\n现将有关事项通知如下。"), "旧站.txt", clerk, Cancel));

        await Refused(world, document.Id);
    }

    [Fact]
    public async Task A_revision_is_not_shown_before_its_own_review()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(html: "<p>第一条 改过的内容。</p>"), null, clerk, null, Cancel));

        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id, "改了"));
        await world.Submitted(document.Id);
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id, "改了"));

        Assert.Contains("为规范", (await world.Document(document.Id)).Shown!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_reviewed_to_be_withheld_is_not_published_by_a_change_of_its_attribute()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Approved(attribute: new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "征求意见的过程稿") { Evidence = "公开会使人误认为已经决定" });
        await Refused(world, document.Id);
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        await world.Do<WithholdDocument>(withhold => withhold.Run(document.Id, null, publisher, null, Cancel));

        await world.Do<Reassess>(reassess => reassess.Run(document.Id, mayBePublic: true, "办法已经印发，过程稿可以公开", null, clerk, null, Cancel));

        await Refused(world, document.Id);
    }

    [Fact]
    public async Task The_proof_of_one_document_opens_no_other()
    {
        await using var world = await Yunze.World(provider);
        var (one, other) = (await world.Approved(), await world.Approved());
        var proof = await world.Db(async db => await db.ProofFor(one, Cancel));

        Assert.Throws<NotLawfulException>(() => other.Publish(proof, "x/2026-00001", null, Actor.System("test", "测试"), world.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task The_database_refuses_a_publication_without_review_and_a_history_rewritten()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();

        await Assert.ThrowsAnyAsync<Exception>(() => world.Db(db => db.Database.ExecuteSqlAsync(
            $"insert into document_steps (document_id, number, step, at, on_day, officer_name) values ({document.Id.Value}, 2, 'D09', {new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc)}, {new DateOnly(2026, 3, 2)}, '无')", Cancel)));
        await Assert.ThrowsAnyAsync<Exception>(() => world.Db(db => db.Database.ExecuteSqlAsync($"update document_steps set step = 'D09' where document_id = {document.Id.Value}", Cancel)));
    }

    [Fact]
    public void Only_publication_leads_from_what_is_not_readable_to_what_is() =>
        Assert.Equal([Procedure.Publish], Procedure.Steps.Where(step => step.Moves.Any(move => !move.From.IsReadable && move.To.IsReadable)));

    [Fact]
    public void A_proof_is_made_by_a_review_alone()
    {
        Assert.Empty(typeof(ReviewProof).GetConstructors(BindingFlags.Public | BindingFlags.Instance));
        Assert.Equal(
            ["Proof"],
            typeof(Review).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method => method.ReturnType == typeof(ReviewProof)).Select(method => method.Name));
        Assert.All(typeof(Document).GetMethods().Where(method => method.Name == nameof(Document.Publish)), method => Assert.Equal(typeof(ReviewProof), method.GetParameters()[0].ParameterType));
    }

    private static async Task Refused(World world, DocumentId document)
    {
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document));
        Assert.Equal(0, await world.Do<PublishDue, int>(due => due.Run(Cancel)));
        Assert.Equal(0, await world.ReadableCount());
    }

    private static async Task Schedule(World world, DocumentId document)
    {
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<SchedulePublication>(schedule => schedule.Run(document, world.Clock.GetUtcNow().AddHours(1), null, publisher, null, Cancel));
    }
}

public sealed class EveryPathOnSqliteTests() : EveryPathTests(DatabaseProvider.Sqlite);

public sealed class EveryPathOnPostgreSqlTests() : EveryPathTests(DatabaseProvider.PostgreSql);
