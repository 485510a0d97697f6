using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Bodies;

/// <summary>接口令牌.</summary>
public abstract class TokenTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_as_its_officer_no_further_than_its_scopes()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer("kjj", Role.OfficeHead);
        var (token, secret) = await Issue(world, head, "documents.draft");

        var program = (await world.Do<TokenDoor, Officer?>(door => door.Open(secret, Cancel)))!;

        var (rules, today) = (await world.Do<Authority, Gongkai.Bodies.Permissions>(authority => authority.Now(Cancel)), world.Clock.Today());
        Assert.True(rules.May(program, Permission.DraftDocuments, head.Body, today));
        Assert.True(rules.May(head, Permission.ManageOfficers, head.Body, today));
        Assert.False(rules.May(program, Permission.ManageOfficers, head.Body, today));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<AddSection>(add => add.Run(head.Body, "新科室", false, program, Cancel)));
        Assert.Equal($"{head.Name}（接口令牌“{token.Name}”）", ((IActor)program).ActorName);
    }

    [Fact]
    public async Task Opens_nothing_after_its_last_day_or_when_revoked_or_when_its_officer_has_left()
    {
        await using var world = await Yunze.World(provider);
        var (head, clerk) = (await world.Officer("kjj", Role.OfficeHead), await world.Officer("kjj", Role.CaseOfficer));
        var (_, old) = await Issue(world, head, "office.use");
        world.Clock.Advance(TimeSpan.FromDays(30));
        var (revoked, dead) = await Issue(world, head, "office.use");
        var (_, left) = await Issue(world, clerk, "office.use");

        Assert.NotNull(await Open(world, old));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.Do<RevokeToken>(revoke => revoke.Run(revoked.Id, head, Cancel));
        await world.Do<DismissOfficer>(dismiss => dismiss.Run(clerk.Id, head, null, Cancel));

        foreach (var secret in (string[])[old, dead, left, ApiToken.NewSecret(), ""])
            Assert.Null(await Open(world, secret));
    }

    [Fact]
    public async Task Leaves_its_name_in_the_ledger_and_its_secret_nowhere()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer("kjj", Role.OfficeHead);

        var (token, secret) = await Issue(world, head, "office.use");

        var stored = await world.Db(db => db.ApiTokens.SingleAsync(Cancel));
        Assert.Equal(ApiToken.DigestOf(secret), stored.Digest);
        var details = await world.Db(db => (from entry in db.LedgerEntries join detail in db.LedgerDetails on entry.Number equals detail.Number where entry.Act == "accounts.issue_token" select detail.Body).SingleAsync(Cancel));
        Assert.Contains(token.Name, details, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Digest, details, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_day_it_was_last_used_without_an_entry()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer("kjj", Role.OfficeHead);
        var (_, secret) = await Issue(world, head, "office.use");
        var entries = await world.Db(db => db.LedgerEntries.CountAsync(Cancel));

        await Open(world, secret);

        Assert.Equal(world.Clock.Today(), (await world.Db(db => db.ApiTokenUses.SingleAsync(Cancel))).LastOn);
        Assert.Equal(entries, await world.Db(db => db.LedgerEntries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Is_not_made_by_a_token_nor_for_words_that_are_no_permission_nor_for_longer_than_a_year()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer("kjj", Role.OfficeHead);
        var (_, secret) = await Issue(world, head, "office.use");
        var program = (await Open(world, secret))!;

        await Assert.ThrowsAsync<NotAllowedException>(() => Issue(world, program, "office.use"));
        Assert.Equal("scopes", (await Assert.ThrowsAsync<RefusedException>(() => Issue(world, head, "everything"))).Field);
        Assert.Equal("expires_on", (await Assert.ThrowsAsync<RefusedException>(() => world.Do<IssueToken>(issue => issue.Run("长", ["office.use"], world.Clock.Today().AddYears(2), head, Cancel)))).Field);
    }

    [Fact]
    public async Task Names_no_deputy_without_that_permission_not_even_for_its_own_officer()
    {
        await using var world = await Yunze.World(provider);
        var (clerk, other, today) = (await world.Officer("kjj", Role.CaseOfficer), await world.Officer("kjj", Role.IntakeClerk), world.Clock.Today());
        var (_, secret) = await Issue(world, clerk, "office.use");
        var program = (await Open(world, secret))!;

        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<NameDeputy>(name => name.Run(clerk.Id, other.Id, today, today, program, null, Cancel)));
        await world.Do<NameDeputy>(name => name.Run(clerk.Id, other.Id, today, today, clerk, null, Cancel));
    }

    private static Task<(ApiToken Token, string Secret)> Issue(World world, Officer by, params string[] scopes) =>
        world.Do<IssueToken, (ApiToken, string)>(issue => issue.Run("门户同步", scopes, world.Clock.Today().AddDays(30), by, Cancel));

    private static Task<Officer?> Open(World world, string secret) => world.Do<TokenDoor, Officer?>(door => door.Open(secret, Cancel));
}

public sealed class TokenOnSqliteTests() : TokenTests(DatabaseProvider.Sqlite);

public sealed class TokenOnPostgreSqlTests() : TokenTests(DatabaseProvider.PostgreSql);
