using System.Security.Claims;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.SignIn;

/// <summary>登录的结果.</summary>
public enum SignInOutcome
{
    Refused,
    Locked,
    NeedsCode,
    Done,
}

/// <summary>登录: password, then code where there is an authenticator; each attempt is an entry, each session begins here.</summary>
public sealed class SignInFlow(GongkaiDb db, Ledger ledger, SignInNotes notes, IPasswordHasher<Account> hasher, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly Actor s_door = Actor.System("sign-in", "登录");
    private readonly IDataProtector _secrets = protection.CreateProtector("Gongkai.Authenticator");

    public async Task<SignInOutcome> Password(HttpContext http, string? login, string? password, CancellationToken cancel)
    {
        var name = login?.Trim().ToLowerInvariant() ?? "";
        var account = await db.Accounts.SingleOrDefaultAsync(account => account.Login == name, cancel);
        if (account?.PasswordHash is null || !await MayEnter(account, cancel))
        {
            // As long as for an account that is there.
            hasher.HashPassword(null!, password ?? "");
            await Turned(http, account, account is null ? "unknown_login" : "no_way_in", cancel);
            return SignInOutcome.Refused;
        }

        if (account.IsLockedAt(clock.GetUtcNow()))
            return await Failed(http, account, "locked", cancel);
        var verdict = hasher.VerifyHashedPassword(account, account.PasswordHash, password ?? "");
        if (verdict == PasswordVerificationResult.Failed)
            return await Failed(http, account, "password", cancel);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            account.Rehash(hasher.HashPassword(account, password!));
        if (!account.HasAuthenticator)
            return await Enter(http, account, "password");

        await http.SignInAsync(Schemes.SecondFactor, Principal(account, "password", Schemes.SecondFactor));
        return SignInOutcome.NeedsCode;
    }

    /// <summary>动态口令 or 备用码, after the password.</summary>
    public async Task<SignInOutcome> Code(HttpContext http, string? code, CancellationToken cancel)
    {
        if (await Waiting(http, cancel) is not { } account)
            return SignInOutcome.Refused;
        if (account.IsLockedAt(clock.GetUtcNow()))
            return await Failed(http, account, "locked", cancel);
        var typed = new string([.. (code ?? "").Where(letter => !char.IsWhiteSpace(letter))]);
        if (IsRightCode(account, typed))
            return await Enter(http, account, "authenticator");
        if (account.RedeemRecoveryCode(typed))
            return await Enter(http, account, "recovery_code");
        return await Failed(http, account, "code", cancel);
    }

    /// <summary>Whose password was right a moment ago.</summary>
    public async Task<Account?> Waiting(HttpContext http, CancellationToken cancel)
    {
        var half = await http.AuthenticateAsync(Schemes.SecondFactor);
        if (!Guid.TryParse(half.Principal?.FindFirstValue(Schemes.AccountClaim), out var id))
            return null;
        var account = await db.Accounts.SingleOrDefaultAsync(account => account.Id == new AccountId(id), cancel);
        return account?.Stamp == half.Principal.FindFirstValue(Schemes.StampClaim) ? account : null;
    }

    /// <summary>Begins the session; every way in ends here.</summary>
    public async Task<SignInOutcome> Enter(HttpContext http, Account account, string method)
    {
        await http.SignOutAsync(Schemes.SecondFactor);
        await http.SignInAsync(Schemes.Session, Principal(account, method, Schemes.Session));
        return SignInOutcome.Done;
    }

    /// <summary>Whether whoever owns the account works here today.</summary>
    public async Task<bool> MayEnter(Account account, CancellationToken cancel) =>
        await db.FindOfficer(account.Officer, clock.Today(), cancel) is { } officer && officer.WorksOn(clock.Today());

    public bool IsRightCode(Account account, string code) =>
        account.AuthenticatorKey is { } key && Totp.StepOf(Convert.FromBase64String(_secrets.Unprotect(key)), code, clock.GetUtcNow()) is { } step && account.TakeCode(step);

    public string SealKey(byte[] key) => _secrets.Protect(Convert.ToBase64String(key));

    public byte[] OpenKey(string key) => Convert.FromBase64String(_secrets.Unprotect(key));

    public Task RecordFailure(HttpContext http, string because, CancellationToken cancel) => Turned(http, account: null, because, cancel);

    /// <summary>The first of a month makes the key of its strangers; of two firsts one tries again.</summary>
    private async Task Turned(HttpContext http, Account? account, string because, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                ledger.Record(Act.SignInFailed, s_door, account is null ? new Thing("account", "unknown") : account, new { address = await notes.Of(account?.Officer, Address(http), cancel), because });
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException failed) when (failed.IsTaken)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Every wrong attempt counts, however many arrive at one moment.</summary>
    private async Task<SignInOutcome> Failed(HttpContext http, Account account, string because, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var locked = because != "locked" && account.Fail(clock.GetUtcNow());
                ledger.Record(locked ? Act.LockOut : Act.SignInFailed, s_door, account, new { login = await notes.Of(account.Officer, account.Login, cancel), address = await notes.Of(account.Officer, Address(http), cancel), because });
                await db.SaveChangesAsync(cancel);
                return locked || because == "locked" ? SignInOutcome.Locked : SignInOutcome.Refused;
            }
            catch (DbUpdateException failed) when (failed is DbUpdateConcurrencyException || failed.IsTaken)
            {
                db.ChangeTracker.Clear();
                account = await db.Accounts.SingleAsync(one => one.Id == account.Id, cancel);
            }
        }
    }

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static ClaimsPrincipal Principal(Account account, string method, string scheme) => new(new ClaimsIdentity(
        [new Claim(Schemes.AccountClaim, account.Id.Value.ToString()), new Claim(Schemes.StampClaim, account.Stamp), new Claim(Schemes.MethodClaim, method)], scheme));
}
