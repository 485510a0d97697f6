using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Search;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Search;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Alerts;

/// <summary>订阅 a search or a column: by a feed, or by letters to an address that confirms it.</summary>
[EnableRateLimiting(Gates.Work)]
public sealed class AlertsModel(GongkaiDb db, PortalVisit visit, AskAlert ask, Mailer mailer) : PageModel
{
    public FollowedSearch? Followed { get; private set; }

    public bool CanMail => mailer.IsReady;

    public bool IsSent { get; private set; }

    public string? Email { get; private set; }

    public string? Wrong { get; private set; }

    public string FeedAddress => $"{Addresses.Of(Request)}{Followed?.Feed}";

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPost(string? email)
    {
        await Read();
        if (Followed is null)
            return Page();
        Email = email;
        try
        {
            await ask.Run(email, Followed.Question, Followed.Name, Followed.Page, HttpContext.RequestAborted);
            IsSent = true;
        }
        catch (RefusedException refused)
        {
            Wrong = refused.Message;
        }

        return Page();
    }

    private async Task Read()
    {
        try
        {
            Followed = await FollowedSearch.Read(Request.Query, db, await visit.Tree(HttpContext.RequestAborted), HttpContext.RequestAborted);
        }
        catch (RefusedException refused)
        {
            Wrong = refused.Message;
        }
    }
}
