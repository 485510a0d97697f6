using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Office.SignIn;

/// <summary>退出登录: the session ends here and nowhere else.</summary>
[BeforeSignIn]
public sealed class SignOutModel : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(Schemes.Session);
        return LocalRedirect("/office/sign-in");
    }
}
