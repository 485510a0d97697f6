using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.SignIn;

/// <summary>一次性链接: the first way in, and the way back in. Second factors are taken off, because who lost them comes by here.</summary>
[BeforeSignIn]
[EnableRateLimiting(SignInDoor.Attempts)]
public sealed class LinkModel(GongkaiDb db, Ledger ledger, SignInNotes notes, SignInFlow flow, IPasswordHasher<Account> hasher, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public string? Login { get; private set; }

    public async Task OnGet(string secret) => Login = (await Find(secret)).Account?.Login;

    public async Task<IActionResult> OnPost(string secret)
    {
        var cancel = HttpContext.RequestAborted;
        var (account, link) = await Find(secret);
        Login = account?.Login;
        if (account is null || await db.FindOfficer(account.Officer, clock.Today(), cancel) is not { } officer || !officer.WorksOn(clock.Today()))
        {
            Login = null;
            return Page();
        }

        if (PasswordRules.FaultOf(Password, Again, account.Login) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), fault);
            return Page();
        }

        link!.Use(clock.GetUtcNow());
        account.RemoveAuthenticator();
        account.SetPassword(hasher.HashPassword(account, Password!), clock.GetUtcNow());
        account.Unlock();
        foreach (var session in await db.Sessions.Where(session => session.Account == account.Id).ToListAsync(cancel))
            db.Remove(session);
        foreach (var passkey in await db.Passkeys.Where(passkey => passkey.Account == account.Id).ToListAsync(cancel))
            db.Remove(passkey);
        ledger.Record(Act.UseLink, officer, account, new { login = await notes.Of(account.Officer, account.Login, cancel) });
        await db.SaveChangesAsync(cancel);
        await flow.Enter(HttpContext, account, "link");
        return LocalRedirect("/office");
    }

    private async Task<(Account? Account, OneTimeLink? Link)> Find(string secret)
    {
        var digest = OneTimeLink.DigestOf(secret);
        var link = await db.OneTimeLinks.SingleOrDefaultAsync(link => link.Digest == digest, HttpContext.RequestAborted);
        return link is not null && link.IsGoodAt(clock.GetUtcNow())
            ? (await db.Accounts.SingleAsync(account => account.Id == link.Account, HttpContext.RequestAborted), link)
            : (null, null);
    }
}
