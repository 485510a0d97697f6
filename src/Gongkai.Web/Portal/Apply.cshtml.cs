using Gongkai.Bodies;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

/// <summary>依申请公开的入口: which body one asks; a request goes to the body that made or keeps the information (article 10).</summary>
public sealed class ApplyModel(PortalVisit visit) : PageModel
{
    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    public async Task OnGet() =>
        Bodies = [.. (await visit.Tree(HttpContext.RequestAborted)).All.Where(body => body is { Kind: not BodyKind.Operator, IsActive: true }).OrderBy(body => body.Level).ThenBy(body => body.Kind).ThenBy(body => body.Key, StringComparer.Ordinal)];
}
