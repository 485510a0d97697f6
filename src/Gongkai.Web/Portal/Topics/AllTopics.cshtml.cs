using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Topics;

/// <summary>全部专题: those of every body, running ones first.</summary>
public sealed class AllTopicsModel(PortalVisit visit, TopicReader reader) : PageModel
{
    public string Name => visit.SiteName;

    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    public async Task OnGet() => Topics = TopicLink.Of(await reader.List(body: null, HttpContext.RequestAborted), await visit.Tree(HttpContext.RequestAborted), named: true);
}
