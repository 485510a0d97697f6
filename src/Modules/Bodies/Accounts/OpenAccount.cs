using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>开通账号: for an officer, with a one-time link by which he chooses his own password.</summary>
public sealed class OpenAccount(GongkaiDb db, Ledger ledger, Authority authority, SignInNotes notes, TimeProvider clock)
{
    /// <returns>The secret of the link.</returns>
    public async Task<string> Run(OfficerId id, string login, IActor by, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageAccounts, officer.Body, cancel);
        var (account, link, secret) = await Open(officer, login, cancel);
        ledger.Record(Act.OpenAccount, by, account, new { login = await notes.Of(officer.Id, account.Login, cancel), officer = officer.Id.Value });
        db.Add(link);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    internal async Task<(Account Account, OneTimeLink Link, string Secret)> Open(Officer officer, string login, CancellationToken cancel)
    {
        login = Account.DemandLogin(login);
        if (officer.LeftOn is not null)
            throw new RefusedException($"{officer.Name}已经离岗，不能开通账号。");
        if (await db.Accounts.AnyAsync(other => other.Login == login, cancel))
            throw new RefusedException($"登录名“{login}”已被使用，请换一个。", "login");
        if (await db.Accounts.AnyAsync(other => other.Officer == officer.Id, cancel))
            throw new RefusedException($"{officer.Name}已经有账号。");
        var account = new Account(new AccountId(clock.NewGuid())) { Officer = officer.Id, Login = login, CreatedAt = clock.GetUtcNow() };
        db.Add(account);
        var (link, secret) = OneTimeLink.For(account.Id, clock);
        return (account, link, secret);
    }
}

/// <summary>签发一次性链接: for somebody who lost the way in; earlier links die, the lock is lifted.</summary>
public sealed class IssueLink(GongkaiDb db, Ledger ledger, Authority authority, SignInNotes notes, TimeProvider clock)
{
    /// <returns>The secret of the link.</returns>
    public async Task<string> Run(OfficerId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageAccounts, officer.Body, cancel);
        var account = await db.Accounts.SingleOrDefaultAsync(account => account.Officer == id, cancel) ?? throw new RefusedException($"{officer.Name}还没有账号，请先开通。");
        ChangedMeanwhileException.Demand(account, account.Version, seen);
        var now = clock.GetUtcNow();
        foreach (var earlier in await db.OneTimeLinks.Where(link => link.Account == account.Id && link.UsedAt == null).ToListAsync(cancel))
            earlier.Use(now);
        account.Unlock();
        var (link, secret) = OneTimeLink.For(account.Id, clock);
        db.Add(link);
        ledger.Record(Act.IssueLink, by, account, new { login = await notes.Of(id, account.Login, cancel) });
        await db.SaveChangesAsync(cancel);
        return secret;
    }
}

/// <summary>解除锁定.</summary>
public sealed class UnlockAccount(GongkaiDb db, Ledger ledger, Authority authority, SignInNotes notes)
{
    public async Task Run(OfficerId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageAccounts, officer.Body, cancel);
        var account = await db.Accounts.SingleOrDefaultAsync(account => account.Officer == id, cancel) ?? throw new RefusedException($"{officer.Name}还没有账号。");
        ChangedMeanwhileException.Demand(account, account.Version, seen);
        account.Unlock();
        ledger.Record(Act.UnlockAccount, by, account, new { login = await notes.Of(id, account.Login, cancel) });
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>终止会话: one of one's own, all of one's own but the present one, or all of somebody whose accounts one manages.</summary>
public sealed class EndSessions(GongkaiDb db, Ledger ledger, Authority authority)
{
    public async Task<int> Own(AccountId account, Officer by, Guid? only, Guid? except, CancellationToken cancel)
    {
        var ending = await db.Sessions.Where(session => session.Account == account && (only == null || session.Id == only) && session.Id != except).ToListAsync(cancel);
        return await End(ending, by, cancel);
    }

    public async Task<int> Of(OfficerId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageAccounts, officer.Body, cancel);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Officer == id, cancel) is { } account)
            ChangedMeanwhileException.Demand(account, account.Version, seen);
        var ending = await (from session in db.Sessions join owner in db.Accounts on session.Account equals owner.Id where owner.Officer == id select session).ToListAsync(cancel);
        return await End(ending, by, cancel);
    }

    private async Task<int> End(List<Session> ending, IActor by, CancellationToken cancel)
    {
        foreach (var session in ending)
        {
            db.Remove(session);
            ledger.Record(Act.EndSession, by, session);
        }

        await db.SaveChangesAsync(cancel);
        return ending.Count;
    }
}
