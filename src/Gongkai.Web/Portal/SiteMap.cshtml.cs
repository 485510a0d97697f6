using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Topics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal;

/// <summary>站点地图: every page one can begin at, in words.</summary>
public sealed class SiteMapModel(PortalVisit visit, GongkaiDb db, TopicReader topics) : PageModel
{
    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    /// <summary>专题, ended ones included.</summary>
    public ILookup<BodyId, TopicLink> Topics { get; private set; } = Array.Empty<TopicLink>().ToLookup(one => one.Body.Id);

    /// <summary>栏目 of each body, in the navigation or not.</summary>
    public Func<BodyId, IReadOnlyList<CatalogueColumn>> Columns { get; private set; } = _ => [];

    /// <summary>归档栏目.</summary>
    public ILookup<BodyId, CatalogueColumn> Archived { get; private set; } = Array.Empty<CatalogueColumn>().ToLookup(one => one.Body);

    public async Task OnGet()
    {
        var tree = await visit.Tree(HttpContext.RequestAborted);
        Topics = TopicLink.Of(await topics.List(body: null, HttpContext.RequestAborted), tree, named: false).ToLookup(one => one.Body.Id);
        Columns = await db.ColumnsOfAll(HttpContext.RequestAborted);
        Archived = (await db.CatalogueColumns.AsNoTracking().Where(column => column.ArchivedOn != null).OrderBy(column => column.Rank).ToListAsync(HttpContext.RequestAborted)).ToLookup(column => column.Body);
        Bodies = [.. tree.All.Where(body => body.Kind != BodyKind.Operator).OrderBy(body => body.Level).ThenBy(body => body.Kind).ThenBy(body => body.Key, StringComparer.Ordinal)];
    }
}
