using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Participation;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Feedback;

/// <summary>我为政府网站找错: a form for everybody, and by its receipt the answer.</summary>
[EnableRateLimiting(Gates.Work)]
public sealed class FeedbackModel(GongkaiDb db, ReportFault report) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "page")]
    public string? Place { get; set; }

    [BindProperty]
    public FaultKind Kind { get; set; } = FaultKind.Content;

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>A receipt one asks about.</summary>
    public SiteFault? Found { get; private set; }

    public string? Asked { get; private set; }

    public string? Wrong { get; private set; }

    public string? WrongField { get; private set; }

    public async Task<IActionResult> OnGet(string? receipt)
    {
        // Razor Pages keeps a route value of this name for itself.
        Place = Request.Query["page"];
        Asked = receipt?.Trim().ToUpperInvariant();
        if (Asked is { Length: > 0 and < 40 })
            Found = await db.SiteFaults.AsNoTracking().SingleOrDefaultAsync(fault => fault.Receipt == Asked, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        Place = Request.Form["page"];
        try
        {
            var fault = await report.Run(Place, Kind, Text, HttpContext.RequestAborted);
            return Redirect($"/feedback?receipt={fault.Receipt}");
        }
        catch (RefusedException refused)
        {
            (Wrong, WrongField) = (refused.Message, refused.Field);
            return Page();
        }
    }
}
