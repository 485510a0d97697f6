using Gongkai.Search;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Alerts;

/// <summary>退订: by a button, or by the mail program in one click (RFC 8058), which knows no token of a form; the code is the proof.</summary>
[EnableRateLimiting(Gates.Work), IgnoreAntiforgeryToken]
public sealed class EndModel(AlertCodes codes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public Alert? Alert { get; private set; }

    public async Task OnGet() => Alert = await codes.Find(Code, HttpContext.RequestAborted);

    public Task OnPost() => codes.End(Code, HttpContext.RequestAborted);
}
