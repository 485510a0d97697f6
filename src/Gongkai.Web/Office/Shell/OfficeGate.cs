using System.Security.Claims;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.SignIn;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Office.Shell;

/// <summary>办公平台的门: nobody passes without a session, an office and the permission the page names; a page that names none is shut.</summary>
internal sealed class OfficeGate(RequestDelegate next)
{
    public async Task Invoke(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        var requires = endpoint?.Metadata.GetMetadata<RequiresAttribute>();
        if (endpoint is null || (requires is null && !IsOffice(http)) || endpoint.Metadata.GetMetadata<BeforeSignInAttribute>() is not null)
        {
            await next(http);
            return;
        }

        if (requires is null)
            throw new InvalidOperationException($"{endpoint.DisplayName} says neither [Requires] nor [BeforeSignIn]");
        // Asked for only here: the pages of the public need none of it.
        var services = http.RequestServices;
        var (authority, clock) = (services.GetRequiredService<Authority>(), services.GetRequiredService<TimeProvider>());
        if ((ProgramDoor.SecretIn(http) is { } secret ? await ProgramDoor.Open(http, secret, authority, clock) : await Visit(http, services.GetRequiredService<GongkaiDb>(), authority, clock, services.GetRequiredService<IOptions<SignInSettings>>().Value)) is not { } visit)
        {
            if (Problems.IsForProgram(http))
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                await http.ChallengeAsync(Schemes.Session);
            return;
        }

        http.Features.Set(visit);
        if (Problems.IsForProgram(http))
            ProgramDoor.Demand(http, visit);
        else if (visit.LacksSecondFactor && !MakesSecondFactor(http))
        {
            http.Response.Redirect("/office/account/authenticator?required=true");
            return;
        }

        if (!visit.May(new Permission(requires.Permission)))
            throw new NotAllowedException("您的角色不能打开这一页。需要时请向本机关公开工作机构负责人或者管理员申请。");
        await next(http);
    }

    private static bool IsOffice(HttpContext http) => http.Request.Path.StartsWithSegments("/office", StringComparison.OrdinalIgnoreCase);

    private static async Task<OfficeVisit?> Visit(HttpContext http, GongkaiDb db, Authority authority, TimeProvider clock, SignInSettings options)
    {
        if (!Guid.TryParse(http.User.FindFirstValue(Schemes.OfficerClaim), out var id))
            return null;
        var (today, cancel) = (clock.Today(), http.RequestAborted);
        var officer = await db.FindOfficer(new OfficerId(id), today, cancel);
        if (officer is null || !officer.WorksOn(today))
            return null;
        var account = new AccountId(Guid.Parse(http.User.FindFirstValue(Schemes.AccountClaim)!));
        return new OfficeVisit(officer, account, Guid.Parse(http.User.FindFirstValue(Schemes.SessionClaim)!), await authority.Now(cancel), today)
        {
            LacksSecondFactor = MustHaveSecondFactor(officer, today, options) && http.User.FindFirstValue(Schemes.MethodClaim) is not ("passkey" or "city")
                && !await db.Accounts.AnyAsync(one => one.Id == account && one.HasAuthenticator, cancel),
        };
    }

    private static bool MustHaveSecondFactor(Officer officer, DateOnly today, SignInSettings options) =>
        options.SecondFactor == SecondFactorFor.Everyone || (options.SecondFactor == SecondFactorFor.Administrators && officer.RolesOn(today).Any(role => role.IsAdministrator));

    /// <summary>Who must have a second factor and has none sees only the pages where it is made.</summary>
    private static bool MakesSecondFactor(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/office/account", StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments("/office/sign-out", StringComparison.OrdinalIgnoreCase);
}

public static class OfficeGateExtensions
{
    extension(HttpContext http)
    {
        /// <summary>Who is here; only behind the gate.</summary>
        public OfficeVisit Visit => http.Features.Get<OfficeVisit>() ?? throw new InvalidOperationException("nobody has passed the gate");
    }

    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequiresAttribute(permission.Word));
}
