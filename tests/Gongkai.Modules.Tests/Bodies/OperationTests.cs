using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Bodies;

/// <summary>机关与人员的办理: on a real database, each with its entry.</summary>
public abstract class OperationTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rename_is_for_the_system_administrator_and_leaves_before_and_after()
    {
        await using var world = await Yunze.World(provider);
        var (admin, head, body) = (await world.Officer("pingtai", Role.SystemAdmin), await world.Officer("kjj", Role.OfficeHead), await world.Body("kjj"));
        var today = world.Clock.Today();

        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<RenameBody>(rename => rename.Run(body, "云泽市科技创新局", "市科创局", today, null, head, seen: null, Cancel)));
        await world.Do<RenameBody>(rename => rename.Run(body, "云泽市科技创新局", "市科创局", today, "云发〔2026〕1号", admin, seen: 0, Cancel));

        var details = await world.Db(db => (from entry in db.LedgerEntries join detail in db.LedgerDetails on entry.Number equals detail.Number where entry.Act == "bodies.rename" select detail.Body).SingleAsync(Cancel));
        Assert.Contains("\"name\":[\"云泽市科学技术局\",\"云泽市科技创新局\"]", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_change_one_thing_is_told()
    {
        await using var world = await Yunze.World(provider);
        var (admin, body) = (await world.Officer("pingtai", Role.SystemAdmin), await world.Body("kjj"));
        var today = world.Clock.Today();
        await world.Do<RenameBody>(rename => rename.Run(body, "云泽市科技创新局", "", today, null, admin, seen: 0, Cancel));

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => world.Do<RenameBody>(rename => rename.Run(body, "云泽市创新局", "", today, null, admin, seen: 0, Cancel)));

        Assert.Equal("云泽市科技创新局", await world.Db(db => db.Bodies.Where(one => one.Id == body).Select(one => one.Name).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Of_two_who_take_one_key_at_the_same_moment_the_second_is_told_to_choose_another()
    {
        await using var world = await Yunze.World(provider);
        var admin = await world.Officer("pingtai", Role.SystemAdmin);
        Task<Body> Create(string name) => world.Do<CreateBody, Body>(create => create.Run(new NewBody("dag", name, "", BodyKind.PublicInstitution, Level.Municipal, world.Clock.Today()), admin, Cancel));

        // Both have looked whether the key is free and wait for the same lock.
        var (first, second) = await world.In(async services =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            using var turn = await services.GetRequiredService<WriteQueue>().Enter(db, Cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await WriteLock.Take(db, Cancel);
            var both = (Task.Run(() => Create("云泽市档案馆"), Cancel), Task.Run(() => Create("云泽市档案局"), Cancel));
            await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
            return both;
        });

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(first, second));
        Assert.Equal("key", refused.Field);
        Assert.Contains("已被使用", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await world.Db(db => db.Bodies.CountAsync(body => body.Key == "dag", Cancel)));
    }

    [Fact]
    public async Task A_merger_moves_what_hung_on_the_body_that_ends_and_its_officers_have_no_say()
    {
        await using var world = await Yunze.World(provider);
        var (admin, gxj, kjj) = (await world.Officer("pingtai", Role.SystemAdmin), await world.Body("gxj"), await world.Body("kjj"));
        var before = await world.Officer("gxj", Role.OfficeHead);

        await world.Do<MergeBodies>(merge => merge.Run([gxj], kjj, world.Clock.Today(), null, admin, seen: null, Cancel));

        Assert.Equal(kjj, await world.Db(db => db.Bodies.Where(body => body.Key == "yunxi-gxkj").Select(body => body.GuidedBy).SingleAsync(Cancel)));
        var rules = await world.Do<Authority, Gongkai.Bodies.Permissions>(authority => authority.Now(Cancel));
        Assert.False(rules.May(before, Permission.UseOffice, gxj, world.Clock.Today()));
        Assert.True(rules.May(await world.Officer("kjj", Role.OfficeHead), Permission.ManageSections, gxj, world.Clock.Today()));
    }

    [Fact]
    public async Task A_body_is_not_placed_under_itself_by_a_detour()
    {
        await using var world = await Yunze.World(provider);
        var (admin, city, county) = (await world.Officer("pingtai", Role.SystemAdmin), await world.Body("yunze"), await world.Body("yunxi"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.Do<ChangeBody>(change =>
            change.Run(city, new BodyFacts(BodyKind.Government, Level.Municipal, null, null, county, null, null), admin, seen: null, Cancel)));

        Assert.Equal("parent", refused.Field);
    }

    [Fact]
    public async Task An_office_head_appoints_and_grants_in_his_own_body_only_and_no_administrator()
    {
        await using var world = await Yunze.World(provider);
        var (head, own, other) = (await world.Officer("kjj", Role.OfficeHead), await world.Body("kjj"), await world.Body("gxj"));
        var today = world.Clock.Today();

        var officer = await world.Do<AppointOfficer, Officer>(appoint => appoint.Run(new NewOfficer(own, "白露", null, null, null, today), head, Cancel));
        await world.Do<GrantRole>(grant => grant.Run(officer.Id, Role.CaseOfficer, today, null, null, head, seen: null, Cancel));

        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<AppointOfficer>(appoint => appoint.Run(new NewOfficer(other, "寒露", null, null, null, today), head, Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<GrantRole>(grant => grant.Run(officer.Id, Role.AuditAdmin, today, null, null, head, seen: null, Cancel)));
        Assert.Equal([Role.CaseOfficer], (await world.Db(db => db.FindOfficer(officer.Id, today, Cancel)))!.RolesOn(today));
    }

    [Fact]
    public async Task A_deputy_may_what_the_absent_one_may_while_it_lasts()
    {
        await using var world = await Yunze.World(provider);
        var (head, clerk, body) = (await world.Officer("kjj", Role.OfficeHead), await world.Officer("kjj", Role.IntakeClerk), await world.Body("kjj"));
        var today = world.Clock.Today();
        await world.Do<NameDeputy>(name => name.Run(head.Id, clerk.Id, today, today.AddDays(2), head, seen: null, Cancel));

        var during = (await world.Db(db => db.FindOfficer(clerk.Id, today, Cancel)))!;
        var after = (await world.Db(db => db.FindOfficer(clerk.Id, today.AddDays(3), Cancel)))!;

        var rules = await world.Do<Authority, Gongkai.Bodies.Permissions>(authority => authority.Now(Cancel));
        Assert.True(rules.May(during, Permission.ManageOfficers, body, today));
        Assert.False(rules.May(after, Permission.ManageOfficers, body, today.AddDays(3)));
    }

    [Fact]
    public async Task The_first_administrator_comes_from_the_command_line_and_the_second_does_not()
    {
        await using var world = await World.Ready(provider, (services, configuration) => Gongkai.Host.Composition.AddGongkai(services, configuration));
        var machine = Actor.System("cli", "命令行");

        var secret = await world.Do<AddAdministrator, string>(add => add.Run("root1", Role.SystemAdmin, "白露", machine, Cancel));
        var again = await world.Do<AddAdministrator, string>(add => add.Run("root1", Role.SystemAdmin, "白露", machine, Cancel));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<AddAdministrator>(add => add.Run("root2", Role.SystemAdmin, "寒露", machine, Cancel)));
        await world.Do<AddAdministrator>(add => add.Run("safe1", Role.SecurityAdmin, "寒露", machine, Cancel));

        var links = await world.Db(db => db.OneTimeLinks.ToDictionaryAsync(link => link.Digest, Cancel));
        Assert.NotNull(links[OneTimeLink.DigestOf(secret)].UsedAt);
        Assert.Null(links[OneTimeLink.DigestOf(again)].UsedAt);
    }
}

public sealed class OperationOnSqliteTests() : OperationTests(DatabaseProvider.Sqlite);

public sealed class OperationOnPostgreSqlTests() : OperationTests(DatabaseProvider.PostgreSql);
