using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>机关的网页: what every page under `/{body}/` has in common: whose it is, and that there is such a body.</summary>
public abstract class BodyPage(PortalVisit visit) : PageModel
{
    public PortalVisit Visit => visit;

    public Gongkai.Bodies.BodyNode Body => visit.Body!;

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>The column whose page it is.</summary>
    protected virtual string? Column => null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await visit.Enter((string)context.RouteData.Values["body"]!, Cancel))
        {
            context.Result = NotFound();
            return;
        }

        visit.Column = Column;
        await next();
    }

    /// <summary>The same page with another condition; those that stay are kept.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var query = Request.Query.Where(one => changes.All(change => change.Name != one.Key)).Select(one => (Name: one.Key, Value: one.Value.ToString()))
            .Concat(changes.Where(change => change.Value is not null).Select(change => (change.Name, Value: change.Value!)));
        var text = string.Join('&', query.Where(one => one.Value.Length > 0).Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
        return $"{Request.Path}{(text.Length == 0 ? "" : "?" + text)}";
    }
}
