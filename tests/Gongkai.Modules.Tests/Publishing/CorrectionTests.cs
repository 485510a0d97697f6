using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>更正已撤下的: what was withdrawn comes back, mended and reviewed, to where it stood.</summary>
public abstract class CorrectionTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comes_back_after_review_under_its_old_number_and_the_record_says_so()
    {
        await using var world = await Yunze.World(provider);
        var document = await Withdrawn(world);
        var number = document.IndexNumber;
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);

        await world.Do<CorrectWithdrawn>(correct => correct.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(html: "<p>第一条 更正后的内容。</p>"), null, clerk, null, Cancel));
        Assert.Equal((DocumentState.Correcting, DocumentStage.Withdrawn), await At());
        var review = await world.Submitted(document.Id, "更正第一条的金额");
        Assert.Equal((DocumentState.CorrectionInReview, DocumentStage.InReview), await At());
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id));
        await world.Signed(review);
        Assert.Equal((DocumentState.CorrectionApproved, DocumentStage.Ready), await At());
        Assert.Equal(0, await world.ReadableCount());

        await world.Publish(document.Id);
        document = await world.Document(document.Id);

        Assert.Equal(DocumentState.Public, document.State);
        Assert.Equal(number, document.IndexNumber);
        Assert.Equal("<p>第一条 更正后的内容。</p>", document.Shown!.Html);
        Assert.Null(PublicRecord.TombstoneOf(document));
        Assert.Equal([("公开", null), ("撤下", "第一条的金额有误"), ("更正后重新公开", "更正第一条的金额")], PublicRecord.Of(document).Select(change => (change.What, change.Reason)));
        Assert.Equal(DocumentEvent.Published, DocumentEvents.LastOf(document));

        async Task<(DocumentState, DocumentStage)> At() => (await world.Document(document.Id)).State is var state ? (state, state.Stage) : default;
    }

    [Fact]
    public async Task Stays_out_of_sight_with_its_tombstone_until_then()
    {
        await using var world = await Yunze.World(provider);
        var document = await Withdrawn(world);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var before = await Tombstone();

        await world.Do<CorrectWithdrawn>(correct => correct.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("更正稿的标题"), null, clerk, null, Cancel));
        Assert.Equal(before, await Tombstone());
        await world.Signed(await world.Submitted(document.Id));
        Assert.Equal(before, await Tombstone());
        Assert.Equal(before!.Title, (await world.Document(document.Id)).Title);
        Assert.True(Assert.Single((await world.In(services => ((PublicChanges)services.GetService(typeof(PublicChanges))!).After(0, 100, Cancel))).Changes, change => change.Id == document.Id).IsWithdrawn);

        async Task<Tombstone?> Tombstone() => (await world.In(services => ((PublicReader)services.GetService(typeof(PublicReader))!).Read(document.Id, Cancel)))!.Tombstone;
    }

    [Fact]
    public async Task Begins_from_what_was_public_and_may_be_given_up()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("没有公开过的修订稿"), null, clerk, null, Cancel));
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "附件有误", publisher, null, Cancel));

        await world.Do<CorrectWithdrawn>(correct => correct.Run(document.Id, clerk, null, Cancel));
        Assert.Equal(Desk.Content().Title, (await world.Document(document.Id)).Working.Title);
        await world.Do<AbandonRevision>(abandon => abandon.Run(document.Id, clerk, null, Cancel));

        Assert.Equal(DocumentState.Withdrawn, (await world.Document(document.Id)).State);
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id));
    }

    [Fact]
    public async Task Must_say_what_was_corrected_and_is_for_what_was_withdrawn_alone()
    {
        await using var world = await Yunze.World(provider);
        var document = await Withdrawn(world);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<CorrectWithdrawn>(correct => correct.Run(document.Id, clerk, null, Cancel));

        await Assert.ThrowsAsync<RefusedException>(() => world.Submitted(document.Id, changes: null));

        var other = await world.Published();
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<CorrectWithdrawn>(correct => correct.Run(other.Id, clerk, null, Cancel)));
    }

    private static async Task<Document> Withdrawn(World world)
    {
        var document = await world.Published();
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "第一条的金额有误", publisher, null, Cancel));
        return await world.Document(document.Id);
    }
}

public sealed class CorrectionOnSqliteTests() : CorrectionTests(DatabaseProvider.Sqlite);

public sealed class CorrectionOnPostgreSqlTests() : CorrectionTests(DatabaseProvider.PostgreSql);
