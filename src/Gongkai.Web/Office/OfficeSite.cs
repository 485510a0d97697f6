using Gongkai.Bodies;
using Gongkai.Web.Office.Catalogue;
using Gongkai.Web.Office.Documents;
using Gongkai.Web.Office.Import;
using Gongkai.Web.Office.MyAccount;
using Gongkai.Web.Office.Records;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Office.SignIn;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Office;

/// <summary>办公平台: sign-in, the gate, and what its pages need.</summary>
public static class OfficeSite
{
    public static void AddOffice(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SignInSettings>().BindConfiguration(SignInSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddSingleton<SessionTickets>();
        services.AddScoped<SignInFlow>();
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<SignInSettings>>((hasher, signIn) => hasher.IterationCount = signIn.Value.PasswordRounds);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSignInDoor();
        services.AddScoped<IUserStore<Account>, PasskeyStore>();
        services.AddIdentityCore<Account>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SignInSettings>>((passkeys, signIn) =>
        {
            passkeys.ServerDomain = signIn.Value.PasskeyDomain;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddScoped<Things>();
        services.AddScoped<BodyImport>();
        services.AddScoped<DraftUpload>();
        services.AddScoped<SectionImport>();
        services.AddScoped<CatalogueTable>();
        services.AddScoped<EntryWords>();
        services.AddScoped<LedgerSheet>();
        services.AddScoped<OfficerImport>();
        services.Configure<MvcOptions>(Chinese);

        var signIn = services.AddAuthentication(Schemes.Session)
            .AddCookie(Schemes.Session, cookie => Cookie(cookie, Schemes.Session))
            .AddCookie(Schemes.SecondFactor, cookie => Brief(cookie, Schemes.SecondFactor))
            .AddCookie(Schemes.CityReturn, cookie => Brief(cookie, Schemes.CityReturn));
        services.AddOptions<CookieAuthenticationOptions>(Schemes.Session).Configure<SessionTickets, IOptions<SignInSettings>>((cookie, tickets, options) =>
        {
            cookie.SessionStore = tickets;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.Value.IdleMinutes);
        });
        signIn.AddCity(builder.Configuration);
    }

    public static void UseOffice(this WebApplication app)
    {
        app.UseAuthentication();
        // Said here, because the framework otherwise puts it in front of everything, where it costs every page a look at an endpoint not yet known.
        app.UseAuthorization();
        app.UseMiddleware<OfficeGate>();
    }

    private static void Cookie(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/office/sign-in";
        cookie.ReturnUrlParameter = "return";
    }

    private static void Brief(CookieAuthenticationOptions cookie, string name)
    {
        Cookie(cookie, name);
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        cookie.SlidingExpiration = false;
    }

    /// <summary>What the framework says of a field, in Chinese.</summary>
    private static void Chinese(MvcOptions mvc)
    {
        var says = mvc.ModelBindingMessageProvider;
        says.SetValueMustNotBeNullAccessor(_ => "请填写这一项。");
        says.SetMissingBindRequiredValueAccessor(_ => "请填写这一项。");
        says.SetMissingKeyOrValueAccessor(() => "请填写这一项。");
        says.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”不能这样填写，请更正。");
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”不能这样填写，请更正。");
        says.SetUnknownValueIsInvalidAccessor(_ => "这一项填写有误，请更正。");
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => "这一项填写有误，请更正。");
        says.SetValueIsInvalidAccessor(value => $"“{value}”不能这样填写，请更正。");
        says.SetValueMustBeANumberAccessor(_ => "请填写数字。");
    }
}
