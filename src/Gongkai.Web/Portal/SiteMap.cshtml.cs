using Gongkai.Bodies;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

/// <summary>站点地图: every page one can begin at, in words.</summary>
public sealed class SiteMapModel(PortalVisit visit) : PageModel
{
    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    public async Task OnGet() =>
        Bodies = [.. (await visit.Tree(HttpContext.RequestAborted)).All.Where(body => body.Kind != BodyKind.Operator).OrderBy(body => body.Level).ThenBy(body => body.Kind).ThenBy(body => body.Key, StringComparer.Ordinal)];
}
