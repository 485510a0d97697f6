using System.Security.Claims;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.SignIn;

/// <summary>统一身份认证的返回: whom the city vouches for gets in by his own account; nobody is registered here.</summary>
[BeforeSignIn]
public sealed class CityModel(GongkaiDb db, Ledger ledger, SignInNotes notes, SignInFlow flow, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGet(string? @return)
    {
        var cancel = HttpContext.RequestAborted;
        var proof = await HttpContext.AuthenticateAsync(Schemes.CityReturn);
        await HttpContext.SignOutAsync(Schemes.CityReturn);
        if (proof.Principal?.FindFirstValue(Schemes.SubjectClaim) is not { } subject)
            return LocalRedirect("/office/sign-in?city=failed");

        var account = await db.Accounts.SingleOrDefaultAsync(account => account.CitySubject == subject, cancel);
        if (account is null && proof.Principal.FindFirstValue(Schemes.LoginClaim)?.ToLowerInvariant() is { } login)
        {
            // The first visit binds the account of the same login, once and for all.
            account = await db.Accounts.SingleOrDefaultAsync(account => account.Login == login && account.CitySubject == null, cancel);
            if (account is not null && await db.FindOfficer(account.Officer, clock.Today(), cancel) is { } officer)
            {
                account.BindCity(subject);
                ledger.Record(Act.BindCity, officer, account, new { login = await notes.Of(account.Officer, account.Login, cancel) });
            }
        }

        if (account is null || !await flow.MayEnter(account, cancel))
        {
            await flow.RecordFailure(HttpContext, "city_unknown", cancel);
            return LocalRedirect("/office/sign-in?city=unknown");
        }

        await flow.Enter(HttpContext, account, "city");
        return SignInModel.Inside(this, @return);
    }
}
