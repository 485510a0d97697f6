using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.People;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>账号、会话接口: the account of an officer for whoever manages accounts, and everybody's own sessions.</summary>
public static class AccountsApi
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/officers/{id:guid}/account", One).Requires(Permission.ManageAccounts).WithName("getAccount").WithSummary("一名人员的账号；ETag 是版本；查看记入台账").Produces<AccountDetails>();
        api.MapPost("/officers/{id:guid}/account", Open).Requires(Permission.ManageAccounts).WithName("openAccount").WithSummary("开通账号；link 是一次性链接，只给这一次，24小时内有效").Produces<LinkDetails>(StatusCodes.Status201Created);
        api.MapPost("/officers/{id:guid}/account/link", Link).Requires(Permission.ManageAccounts).WithName("issueLink").WithSummary("签发一次性链接；以前的链接作废，锁定解除；If-Match 带版本时，已被他人更改则 409").Produces<LinkDetails>();
        api.MapPost("/officers/{id:guid}/account/unlock", Unlock).Requires(Permission.ManageAccounts).WithName("unlockAccount").WithSummary("解除锁定").Produces(StatusCodes.Status204NoContent);
        api.MapPost("/officers/{id:guid}/account/end-sessions", End).Requires(Permission.ManageAccounts).WithName("endSessions").WithSummary("终止这名人员的全部会话").Produces<EndedDetails>();
        api.MapGet("/sessions", Sessions).Requires(Permission.UseOffice).WithName("listSessions").WithSummary("自己的会话，新的在前").Produces<IReadOnlyList<SessionDetails>>();
        api.MapDelete("/sessions/{id:guid}", EndOwn).Requires(Permission.UseOffice).WithName("endSession").WithSummary("终止自己的一个会话").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, Ledger ledger, Guid id)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageAccounts);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Officer == officer.Id, http.Cancel) ?? throw new NotThereException($"{officer.Name}还没有账号。");
        await officer.ReadBy(http.Visit.Officer, db, ledger, http.Cancel);
        var sessions = await db.Sessions.CountAsync(session => session.Account == account.Id, http.Cancel);
        http.Tag(account.Version);
        return Results.Ok(new AccountDetails(account.Login, account.CreatedAt, account.PasswordSetAt, account.HasAuthenticator, account.LastSignInAt, account.LockedUntil, sessions, account.Version));
    }

    private static async Task<IResult> Open(HttpContext http, GongkaiDb db, OpenAccount open, Guid id, AccountInput asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageAccounts);
        var secret = await open.Run(officer.Id, asked.Login ?? "", http.Visit.Officer, http.Cancel);
        return Results.Created($"/api/v1/officers/{id}/account", new LinkDetails(OfficerAccountModel.AddressOf(http.Request, secret)));
    }

    private static async Task<IResult> Link(HttpContext http, GongkaiDb db, IssueLink issue, Guid id)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageAccounts);
        return Results.Ok(new LinkDetails(OfficerAccountModel.AddressOf(http.Request, await issue.Run(officer.Id, http.Visit.Officer, http.Seen, http.Cancel))));
    }

    private static async Task<IResult> Unlock(HttpContext http, GongkaiDb db, UnlockAccount unlock, Guid id)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageAccounts);
        await unlock.Run(officer.Id, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> End(HttpContext http, GongkaiDb db, EndSessions end, Guid id)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageAccounts);
        return Results.Ok(new EndedDetails(await end.Of(officer.Id, http.Visit.Officer, http.Seen, http.Cancel)));
    }

    private static async Task<IResult> Sessions(HttpContext http, GongkaiDb db)
    {
        var mine = http.Visit.Officer.Id;
        var rows = await (from session in db.Sessions.AsNoTracking() join account in db.Accounts on session.Account equals account.Id where account.Officer == mine orderby session.StartedAt descending select session).ToListAsync(http.Cancel);
        return Results.Ok(rows.Select(session => new SessionDetails(session.Id, session.StartedAt, session.LastSeenAt, session.ExpiresAt, session.Method, session.Address, session.Device, session.Id == http.Visit.Session)));
    }

    private static async Task<IResult> EndOwn(HttpContext http, GongkaiDb db, EndSessions end, Guid id)
    {
        var mine = http.Visit.Officer.Id;
        var account = await db.Accounts.Where(account => account.Officer == mine).Select(account => (AccountId?)account.Id).SingleOrDefaultAsync(http.Cancel);
        if (account is not { } own || await end.Own(own, http.Visit.Officer, only: id, except: null, http.Cancel) == 0)
            throw new NotThereException("没有这个会话，或者已经终止。");
        return Results.NoContent();
    }

    private sealed record AccountDetails(string Login, DateTimeOffset CreatedAt, DateTimeOffset? PasswordSetAt, bool HasAuthenticator, DateTimeOffset? LastSignInAt, DateTimeOffset? LockedUntil, int Sessions, uint Version);

    private sealed record LinkDetails(string Link);

    private sealed record EndedDetails(int Ended);

    private sealed record SessionDetails(Guid Id, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, string Method, string Address, string Device, bool IsThis);

    internal sealed record AccountInput(string? Login);
}
