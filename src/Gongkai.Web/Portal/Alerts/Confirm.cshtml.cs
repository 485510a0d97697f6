using Gongkai.Search;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Alerts;

/// <summary>确认订阅: by a button, because programs that look through letters open every address in them. The code is the proof, so no other is asked.</summary>
[EnableRateLimiting(Gates.Work), IgnoreAntiforgeryToken]
public sealed class ConfirmModel(AlertCodes codes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public Alert? Alert { get; private set; }

    public async Task OnGet() => Alert = await codes.Find(Code, HttpContext.RequestAborted);

    public async Task OnPost() => Alert = await codes.Confirm(Code, HttpContext.RequestAborted);
}
