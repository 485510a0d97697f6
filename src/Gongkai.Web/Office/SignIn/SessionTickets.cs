using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Office.SignIn;

/// <summary>会话的保存: the cookie holds a key, everything else lies here; a session that was ended is over with the next request.</summary>
internal sealed class SessionTickets(IOptions<SignInSettings> options, TimeProvider clock) : ITicketStore
{
    private readonly TimeSpan _idle = TimeSpan.FromMinutes(options.Value.IdleMinutes);

    /// <summary>Session, the account's mark of it and the entry in the ledger: one save.</summary>
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var db = httpContext.RequestServices.GetRequiredService<GongkaiDb>();
        while (true)
        {
            // A code is taken in the same save and must not be taken twice; a password may open two browsers at one moment.
            var takesCode = db.ChangeTracker.Entries<Account>().Any(entry => entry.State == EntityState.Modified);
            try
            {
                return await Begin(ticket, httpContext, db, cancellationToken);
            }
            catch (DbUpdateException failed) when (!takesCode && (failed is DbUpdateConcurrencyException || failed.IsTaken))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<string> Begin(AuthenticationTicket ticket, HttpContext httpContext, GongkaiDb db, CancellationToken cancellationToken)
    {
        var services = httpContext.RequestServices;
        var accountId = new AccountId(Guid.Parse(ticket.Principal.FindFirstValue(Schemes.AccountClaim)!));
        var account = await db.Accounts.SingleAsync(account => account.Id == accountId, cancellationToken);
        var officer = await db.FindOfficer(account.Officer, clock.Today(), cancellationToken);
        var (key, now) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow());
        var session = new Session(clock.NewGuid())
        {
            Account = account.Id,
            Digest = Session.DigestOf(key),
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now.AddHours(options.Value.Hours),
            Method = ticket.Principal.FindFirstValue(Schemes.MethodClaim)!,
            Address = httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
            Device = Shortened(httpContext.Request.Headers.UserAgent.ToString()),
        };
        account.SignedIn(now);
        db.Add(session);
        var notes = services.GetRequiredService<SignInNotes>();
        services.GetRequiredService<Ledger>().Record(
            Act.SignIn, officer!, session, new { login = await notes.Of(account.Officer, account.Login, cancellationToken), session.Method, address = await notes.Of(account.Officer, session.Address, cancellationToken) });
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var db = httpContext.RequestServices.GetRequiredService<GongkaiDb>();
        var digest = Session.DigestOf(key);
        var found = await (from session in db.Sessions
                           join account in db.Accounts on session.Account equals account.Id
                           where session.Digest == digest
                           select new { Session = session, account.Officer }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (found is null || found.Session.ExpiresAt <= now || found.Session.LastSeenAt + _idle <= now)
            return null;

        var identity = new ClaimsIdentity(
            [
                new Claim(Schemes.AccountClaim, found.Session.Account.Value.ToString()),
                new Claim(Schemes.OfficerClaim, found.Officer.Value.ToString()),
                new Claim(Schemes.SessionClaim, found.Session.Id.ToString()),
                new Claim(Schemes.MethodClaim, found.Session.Method),
            ],
            Schemes.Session);
        var until = found.Session.LastSeenAt + _idle;
        return new AuthenticationTicket(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IssuedUtc = found.Session.LastSeenAt, ExpiresUtc = until < found.Session.ExpiresAt ? until : found.Session.ExpiresAt },
            Schemes.Session);
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var db = httpContext.RequestServices.GetRequiredService<GongkaiDb>();
        var digest = Session.DigestOf(key);
        if (await db.Sessions.SingleOrDefaultAsync(session => session.Digest == digest, cancellationToken) is not { } session)
            return;
        session.LastSeenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var services = httpContext.RequestServices;
        var db = services.GetRequiredService<GongkaiDb>();
        var digest = Session.DigestOf(key);
        if (await db.Sessions.SingleOrDefaultAsync(session => session.Digest == digest, cancellationToken) is not { } session)
            return;
        var officer = await (from account in db.Accounts where account.Id == session.Account select account.Officer).SingleAsync(cancellationToken);
        db.Remove(session);
        services.GetRequiredService<Ledger>().Record(Act.SignOut, (await db.FindOfficer(officer, clock.Today(), cancellationToken))!, session);
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw OnlyWithRequest();

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw OnlyWithRequest();

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw OnlyWithRequest();

    public Task RemoveAsync(string key) => throw OnlyWithRequest();

    private static NotSupportedException OnlyWithRequest() => new("sessions are kept in the database of the request");

    private static string Shortened(string device) => device.Length <= 200 ? device : device[..200];
}
