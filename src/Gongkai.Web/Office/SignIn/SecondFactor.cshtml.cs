using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Office.SignIn;

/// <summary>第二步验证: the code after the password.</summary>
[BeforeSignIn]
[EnableRateLimiting(SignInDoor.Attempts)]
public sealed class SecondFactorModel(SignInFlow flow) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    public async Task<IActionResult> OnGet() =>
        await flow.Waiting(HttpContext, HttpContext.RequestAborted) is null ? LocalRedirect("/office/sign-in") : Page();

    public async Task<IActionResult> OnPost()
    {
        if (await flow.Waiting(HttpContext, HttpContext.RequestAborted) is null)
            return LocalRedirect("/office/sign-in");
        switch (await flow.Code(HttpContext, Code, HttpContext.RequestAborted))
        {
            case SignInOutcome.Done:
                return SignInModel.Inside(this, Return);
            case SignInOutcome.Locked:
                ModelState.AddModelError("", "多次输入错误，账号已锁定15分钟。急用时请联系安全管理员。");
                break;
            default:
                ModelState.AddModelError("Code", "验证码不正确或者已经用过，请等下一个数字，并核对手机时间。");
                break;
        }

        return Page();
    }
}
