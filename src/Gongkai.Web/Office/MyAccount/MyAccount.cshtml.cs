using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Office.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.MyAccount;

/// <summary>我的账号: password, second factors, sessions.</summary>
[Requires("office.use")]
public sealed class MyAccountModel(GongkaiDb db, Ledger ledger, IPasswordHasher<Account> hasher, EndSessions end, IssueToken issue, RevokeToken revoke, PermissionMatrix matrix, TimeProvider clock) : OfficePage(db)
{
    public Account Mine { get; private set; } = null!;

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<(ApiToken Token, DateOnly? LastOn)> Tokens { get; private set; } = [];

    /// <summary>The secret of a token just made; shown this once.</summary>
    public string? Secret { get; private set; }

    /// <summary>The scopes ticked in a form that was refused.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>What a token of this officer can be good for.</summary>
    public IEnumerable<PermissionMatrix.Row> Rights => matrix.Rows.Where(row => Visit.May(new Permission(row.Key))).OrderBy(row => row.Key, StringComparer.Ordinal);

    public string NameOf(string scope) => matrix.Rows.FirstOrDefault(row => row.Key == scope)?.Name ?? scope;

    public bool IsExpired(ApiToken token) => !token.IsGoodOn(Visit.Today);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostPassword(string? current, string? password, string? again)
    {
        if (Mine.IsLockedAt(clock.GetUtcNow()))
        {
            ModelState.AddModelError(nameof(current), "多次输入错误，账号已锁定15分钟。");
            return Page();
        }

        // Whoever finds a desk unattended must not have more tries than at the door.
        if (Mine.PasswordHash is not null && hasher.VerifyHashedPassword(Mine, Mine.PasswordHash, current ?? "") == PasswordVerificationResult.Failed)
        {
            ModelState.AddModelError(nameof(current), "现在的口令不正确。");
            ledger.Record(Mine.Fail(clock.GetUtcNow()) ? Act.LockOut : Act.SignInFailed, Me, Mine, new { because = "change_password" });
            await Db.SaveChangesAsync(Cancel);
            return Page();
        }

        if (PasswordRules.FaultOf(password, again, Mine.Login) is { } fault)
        {
            ModelState.AddModelError(nameof(password), fault);
            return Page();
        }

        Mine.SetPassword(hasher.HashPassword(Mine, password!), clock.GetUtcNow());
        ledger.Record(Act.ChangePassword, Me, Mine);
        await Db.SaveChangesAsync(Cancel);
        await end.Own(Mine.Id, Me, only: null, except: Visit.Session, Cancel);
        return Then("/office/account", "口令已更改，其他会话已终止。");
    }

    public async Task<IActionResult> OnPostRemovePasskey(string? credential)
    {
        if (Passkeys.FirstOrDefault(passkey => passkey.CredentialId == credential) is not { } passkey)
            return NotFound();
        Db.Remove(passkey);
        ledger.Record(Act.RemovePasskey, Me, Mine, new { passkey.Name });
        await Db.SaveChangesAsync(Cancel);
        return Then("/office/account", "已删除通行密钥。");
    }

    public async Task<IActionResult> OnPostEndSession(Guid session) =>
        await end.Own(Mine.Id, Me, only: session, except: null, Cancel) == 0 ? NotFound() : Then("/office/account", "已终止这个会话。");

    public async Task<IActionResult> OnPostEndOthers()
    {
        var ended = await end.Own(Mine.Id, Me, only: null, except: Visit.Session, Cancel);
        return Then("/office/account", $"已终止{ended}个会话。");
    }

    public async Task<IActionResult> OnPostMakeToken(string? name, string[] scopes, DateOnly? expiresOn)
    {
        if (Visit.LacksSecondFactor)
            throw new NotAllowedException("您的角色应当启用第二因素，请先启用，再签发接口令牌。");
        Chosen = scopes;
        if (await Attempt(async () => (_, Secret) = await issue.Run(name, scopes, expiresOn, Me, Cancel)))
        {
            // The next one begins with an empty form.
            ModelState.Clear();
            Chosen = [];
            await ReadTokens();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRevokeToken(Guid token) =>
        await Attempt(() => revoke.Run(new ApiTokenId(token), Me, Cancel)) ? Then("/office/account", "令牌已撤销。") : Page();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Mine = await Db.Accounts.SingleAsync(account => account.Id == Visit.Account, Cancel);
        Passkeys = await Db.Passkeys.Where(passkey => passkey.Account == Mine.Id).OrderBy(passkey => passkey.CreatedAt).ToListAsync(Cancel);
        Sessions = await Db.Sessions.AsNoTracking().Where(session => session.Account == Mine.Id).OrderByDescending(session => session.StartedAt).ToListAsync(Cancel);
        await ReadTokens();
        await next();
    }

    private async Task ReadTokens() => Tokens =
    [
        .. (await (from token in Db.ApiTokens.AsNoTracking()
                   join use in Db.ApiTokenUses on token.Id equals use.Token
                   where token.Officer == Me.Id && token.RevokedAt == null
                   orderby token.Id descending
                   select new { token, use.LastOn }).ToListAsync(Cancel)).Select(row => (row.token, row.LastOn)),
    ];
}
