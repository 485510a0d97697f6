using System.Text;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Office.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.MyAccount;

/// <summary>通行密钥: options and answers of the browser's WebAuthn, for adding a key and for signing in with one.</summary>
public static class PasskeyEndpoints
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/office/account/passkeys/options", MakeOptions).Requires(Permission.UseOffice).ExcludeFromDescription();
        app.MapPost("/office/account/passkeys", Add).Requires(Permission.UseOffice).ExcludeFromDescription();
        app.MapPost("/office/sign-in/passkey/options", AskOptions).WithMetadata(new BeforeSignInAttribute()).RequireRateLimiting(SignInDoor.Attempts).ExcludeFromDescription();
        app.MapPost("/office/sign-in/passkey", SignIn).WithMetadata(new BeforeSignInAttribute()).RequireRateLimiting(SignInDoor.Attempts).ExcludeFromDescription();
    }

    private static async Task<IResult> MakeOptions(HttpContext http, IAntiforgery antiforgery, IPasskeyHandler<Account> passkeys, IDataProtectionProvider protection, GongkaiDb db)
    {
        await antiforgery.ValidateRequestAsync(http);
        var mine = http.Visit.Account;
        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == mine, http.RequestAborted);
        var made = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.Value.ToString(), Name = account.Login, DisplayName = http.Visit.Officer.Name }, http);
        Remember(http, protection, made.AttestationState);
        return Results.Text(made.CreationOptionsJson, "application/json", Encoding.UTF8);
    }

    private static async Task<IResult> Add(HttpContext http, IAntiforgery antiforgery, IPasskeyHandler<Account> passkeys, IUserStore<Account> store, IDataProtectionProvider protection, GongkaiDb db, Ledger ledger, string? name)
    {
        await antiforgery.ValidateRequestAsync(http);
        var answer = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = await Read(http), AttestationState = Recall(http, protection) });
        if (!answer.Succeeded || answer.UserEntity?.Id != http.Visit.Account.Value.ToString())
            return Results.Problem("通行密钥没有通过验证，请重试。", statusCode: StatusCodes.Status400BadRequest);
        var mine = http.Visit.Account;
        var account = await db.Accounts.SingleAsync(account => account.Id == mine, http.RequestAborted);
        answer.Passkey.Name = string.IsNullOrWhiteSpace(name) ? "通行密钥" : name.Trim() is { Length: > 40 } longer ? longer[..40] : name.Trim();
        await ((IUserPasskeyStore<Account>)store).AddOrUpdatePasskeyAsync(account, answer.Passkey, http.RequestAborted);
        ledger.Record(Act.AddPasskey, http.Visit.Officer, account, new { answer.Passkey.Name });
        await db.SaveChangesAsync(http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> AskOptions(HttpContext http, IAntiforgery antiforgery, IPasskeyHandler<Account> passkeys, IDataProtectionProvider protection)
    {
        await antiforgery.ValidateRequestAsync(http);
        var made = await passkeys.MakeRequestOptionsAsync(user: null, http);
        Remember(http, protection, made.AssertionState);
        return Results.Text(made.RequestOptionsJson, "application/json", Encoding.UTF8);
    }

    private static async Task<IResult> SignIn(HttpContext http, IAntiforgery antiforgery, IPasskeyHandler<Account> passkeys, IUserStore<Account> store, IDataProtectionProvider protection, SignInFlow flow)
    {
        await antiforgery.ValidateRequestAsync(http);
        var answer = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = await Read(http), AssertionState = Recall(http, protection) });
        if (!answer.Succeeded || !await flow.MayEnter(answer.User, http.RequestAborted))
        {
            await flow.RecordFailure(http, "passkey", http.RequestAborted);
            return Results.Problem("通行密钥没有通过验证，请重试，或者用登录名和口令。", statusCode: StatusCodes.Status400BadRequest);
        }

        await ((IUserPasskeyStore<Account>)store).AddOrUpdatePasskeyAsync(answer.User, answer.Passkey, http.RequestAborted);
        await flow.Enter(http, answer.User, "passkey");
        return Results.NoContent();
    }

    private static async Task<string> Read(HttpContext http)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        return json.RootElement.GetRawText();
    }

    /// <summary>The challenge waits in a sealed cookie, so that any node may take the answer.</summary>
    private static void Remember(HttpContext http, IDataProtectionProvider protection, string? state) => http.Response.Cookies.Append(
        Schemes.Passkey,
        protection.CreateProtector("Gongkai.Passkey").ToTimeLimitedDataProtector().Protect(state ?? "", s_patience),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = s_patience, Path = "/office", IsEssential = true });

    private static string? Recall(HttpContext http, IDataProtectionProvider protection)
    {
        var kept = http.Request.Cookies[Schemes.Passkey];
        http.Response.Cookies.Delete(Schemes.Passkey, new CookieOptions { Path = "/office" });
        try
        {
            return kept is null ? null : protection.CreateProtector("Gongkai.Passkey").ToTimeLimitedDataProtector().Unprotect(kept);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
