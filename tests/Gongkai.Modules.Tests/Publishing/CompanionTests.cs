using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>同步解读: policy and interpretation go together, and no interpretation goes alone.</summary>
public abstract class CompanionTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_submitted_and_published_with_their_policy_in_one_breath()
    {
        await using var world = await Yunze.World(provider);
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        var policy = await world.Drafted();
        var interpretation = await Interpretation(world, policy.Id);

        await world.Submitted(policy.Id);
        Assert.Equal(interpretation, Assert.Single((await world.Do<Companions, CompanionsDone>(together => together.Submit(policy.Id, null, clerk, Cancel))).Done).Id);
        foreach (var review in await world.Db(db => db.Reviews.Select(review => review.Id).ToListAsync(Cancel)))
            await world.Signed(review);
        await world.Publish(policy.Id);
        var done = await world.Do<Companions, CompanionsDone>(together => together.Publish(policy.Id, null, publisher, Cancel));

        Assert.Empty(done.Refused);
        Assert.Equal(2, await world.ReadableCount());
    }

    [Fact]
    public async Task An_interpretation_is_not_public_before_its_policy()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        var policy = await world.Approved();
        var interpretation = await Interpretation(world, policy.Id);
        await world.Signed(await world.Submitted(interpretation));

        Assert.Equal("explains", (await Assert.ThrowsAsync<RefusedException>(() => world.Publish(interpretation))).Field);
        var noon = world.Clock.GetUtcNow().AddHours(3);
        await Assert.ThrowsAsync<RefusedException>(() => Schedule(interpretation, noon));
        await Schedule(policy.Id, noon);
        await Assert.ThrowsAsync<RefusedException>(() => Schedule(interpretation, noon.AddMinutes(-1)));
        await Schedule(interpretation, noon);
        world.Clock.Advance(TimeSpan.FromHours(4));

        Assert.Equal(2, await world.Do<PublishDue, int>(due => due.Run(Cancel)));
        Assert.Equal(2, await world.ReadableCount());

        Task Schedule(DocumentId document, DateTimeOffset due) => world.Do<SchedulePublication>(schedule => schedule.Run(document, due, null, publisher, null, Cancel));
    }

    [Fact]
    public async Task Go_with_a_policy_that_is_withdrawn_and_what_is_refused_is_told()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        var policy = await world.Published();
        var (one, other) = (await Interpretation(world, policy.Id), await Interpretation(world, policy.Id));
        foreach (var interpretation in new[] { one, other })
        {
            await world.Signed(await world.Submitted(interpretation));
            await world.Publish(interpretation);
        }

        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(policy.Id, "内容有误", publisher, null, Cancel));
        var refused = await world.Do<Companions, CompanionsDone>(together => together.Withdraw(policy.Id, "", publisher, Cancel));
        var done = await world.Do<Companions, CompanionsDone>(together => together.Withdraw(policy.Id, "所解读的文件已撤下", publisher, Cancel));

        Assert.Equal((0, 2), (refused.Done.Count, refused.Refused.Count));
        Assert.Equal((2, 0), (done.Done.Count, done.Refused.Count));
        Assert.Equal(0, await world.ReadableCount());
    }

    private static Task<DocumentId> Interpretation(World world, DocumentId policy) => world.In(async services =>
    {
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var what = new NewDocument(clerk.Body, DocumentKind.Interpretation) { Form = InterpretationForm.Text, Explains = policy };
        return (await ((DraftDocument)services.GetService(typeof(DraftDocument))!).Run(what, AttributeDecision.Proactive, Desk.Content("《办法》解读"), clerk, Cancel)).Id;
    });
}

public sealed class CompanionOnSqliteTests() : CompanionTests(DatabaseProvider.Sqlite);

public sealed class CompanionOnPostgreSqlTests() : CompanionTests(DatabaseProvider.PostgreSql);
