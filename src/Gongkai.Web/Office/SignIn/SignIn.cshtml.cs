using Gongkai.Data;
using Gongkai.Host;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Office.SignIn;

/// <summary>登录页.</summary>
[BeforeSignIn]
[EnableRateLimiting(SignInDoor.Attempts)]
public sealed class SignInModel(SignInFlow flow, GongkaiDb db, IOptions<SignInSettings> options, IHostEnvironment environment) : PageModel
{
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? City { get; set; }

    public bool HasCity => options.Value.City.IsOn;

    public string CityName => options.Value.City.Name;

    /// <summary>Accounts of the sample world, told only to a developer.</summary>
    public IReadOnlyList<DemoAccount> Demo { get; private set; } = [];

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        switch (await flow.Password(HttpContext, Login, Password, HttpContext.RequestAborted))
        {
            case SignInOutcome.Done:
                return Inside(this, Return);
            case SignInOutcome.NeedsCode:
                return RedirectToPage("/Office/SignIn/SecondFactor", new { Return });
            case SignInOutcome.Locked:
                ModelState.AddModelError("", "多次输入错误，账号已锁定15分钟。急用时请联系安全管理员。");
                break;
            default:
                ModelState.AddModelError("", "登录名或者口令不正确，请核对大小写和输入法后重试。");
                break;
        }

        await Show();
        return Page();
    }

    public IActionResult OnPostCity() => HasCity
        ? Challenge(new AuthenticationProperties { RedirectUri = Url.Page("/Office/SignIn/City", new { Return }) }, Schemes.City)
        : NotFound();

    /// <summary>Where the visitor wanted to go; never out of the office.</summary>
    internal static IActionResult Inside(PageModel page, string? wanted) =>
        page.LocalRedirect(wanted is not null && page.Url.IsLocalUrl(wanted) && wanted.StartsWith("/office", StringComparison.Ordinal) ? wanted : "/office");

    private async Task Show()
    {
        if (HasCity)
            Response.Headers.ContentSecurityPolicy = SecurityHeaders.AllowingFormsTo(new Uri(options.Value.City.AuthorizationEndpoint));
        if (environment.IsDevelopment())
            Demo = await SampleWorld.Accounts(db, HttpContext.RequestAborted);
    }
}
