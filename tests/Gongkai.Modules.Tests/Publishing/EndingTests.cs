using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>废止、宣布失效: one asks for it, another confirms it, and until then nobody reads of it.</summary>
public abstract class EndingTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_nothing_the_public_knows_of_until_another_officer_confirms_it()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));

        await world.Do<ProposeEnding>(propose => propose.Expire(document.Id, new(2026, 3, 5), "任务已经完成", clerk, null, Cancel));
        var proposed = await world.Document(document.Id);
        Assert.Equal(Validity.InForce, Validities.On(proposed, new(2026, 3, 6)));
        Assert.Equal(["公开"], PublicRecord.Of(proposed).Select(change => change.What));
        Assert.Equal(clerk.Id, proposed.ProposedEnding!.Officer);

        await world.Do<ExpireDocument>(expire => expire.Run(document.Id, publisher, null, Cancel));
        var expired = await world.Document(document.Id);
        Assert.Equal(Validity.Expired, Validities.On(expired, new(2026, 3, 6)));
        Assert.Equal(("失效", "任务已经完成"), PublicRecord.Of(expired).Select(change => (change.What, change.Reason)).Last());
        Assert.Null(expired.ProposedEnding);
    }

    [Fact]
    public async Task Cannot_be_confirmed_by_who_asked_for_it_nor_as_something_else_nor_without_being_asked_for()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));

        Assert.Throws<NotLawfulException>(() => document.Repeal(publisher, world.Clock.GetUtcNow()));
        document.ProposeRepeal(new(2026, 4, 1), "已有新规定", null, clerk, world.Clock.GetUtcNow());

        Assert.Throws<NotLawfulException>(() => document.Repeal(clerk, world.Clock.GetUtcNow()));
        Assert.Throws<NotLawfulException>(() => document.Expire(publisher, world.Clock.GetUtcNow()));
        document.Repeal(publisher, world.Clock.GetUtcNow());
        Assert.Throws<NotLawfulException>(() => document.Repeal(publisher, world.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Is_gone_when_it_is_refused_and_may_be_asked_for_again()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<ProposeEnding>(propose => propose.Refuse(document.Id, "没有这回事", publisher, null, Cancel)));
        await world.Do<ProposeEnding>(propose => propose.Repeal(document.Id, new(2026, 4, 1), "已有新规定", null, clerk, null, Cancel));

        await world.Do<ProposeEnding>(propose => propose.Refuse(document.Id, "新规定还没有施行", publisher, null, Cancel));
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<RepealDocument>(repeal => repeal.Run(document.Id, publisher, null, Cancel)));
        await world.Repeal(document.Id, new(2026, 6, 1), "已有新规定");

        Assert.Equal(new DateOnly(2026, 6, 1), Validities.Ended(await world.Document(document.Id)));
    }

    [Fact]
    public async Task A_revision_that_waits_for_its_hour_keeps_it()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id));
        var due = world.Clock.GetUtcNow().AddHours(2);
        await world.Do<SchedulePublication>(schedule => schedule.Run(document.Id, due, null, publisher, null, Cancel));

        await world.Repeal(document.Id, new(2026, 6, 1), "已有新规定");

        Assert.Equal(due, (await world.Document(document.Id)).ScheduledAt);
        world.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, await world.Do<PublishDue, int>(publish => publish.Run(Cancel)));
    }
}

public sealed class EndingOnSqliteTests() : EndingTests(DatabaseProvider.Sqlite);

public sealed class EndingOnPostgreSqlTests() : EndingTests(DatabaseProvider.PostgreSql);
