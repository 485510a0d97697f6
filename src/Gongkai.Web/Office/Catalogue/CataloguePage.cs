using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>目录页面: of which body, by `?body=`; without it one's own. Others are 404 or refused before anything is read.</summary>
public abstract class CataloguePage(GongkaiDb db, Permission needed) : OfficePage(db)
{
    [BindProperty(SupportsGet = true, Name = "body")]
    public string? BodyKey { get; set; }

    public BodyNode Chosen { get; private set; } = null!;

    /// <summary>Bodies one may look into.</summary>
    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    public bool MayManage => May(Permission.ManageCatalogue, Chosen.Id);

    public bool MayManageGuide => May(Permission.ManageGuide, Chosen.Id);

    /// <summary>The part of an address that keeps the body; empty for one's own.</summary>
    public string OfBody => Chosen.Id == Me.Body ? "" : $"body={Chosen.Key}";

    public string Address(string path) => OfBody.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{OfBody}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var tree = Visit.Rules.Tree;
        var reach = Visit.Rules.BodiesFor(Me, Permission.ReadCatalogue, Visit.Today);
        Bodies = [.. tree.All.Where(body => body.Kind != BodyKind.Operator && (reach is null || reach.Contains(body.Id))).OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal)];
        if (await Subject() is not { } chosen)
        {
            context.Result = NotFound();
            return;
        }

        Demand(needed, chosen.Id);
        Chosen = chosen;
        await Prepare();
        await next();
    }

    /// <summary>The body the page is about.</summary>
    protected virtual Task<BodyNode?> Subject() => Task.FromResult(string.IsNullOrEmpty(BodyKey) ? Visit.Rules.Tree.Find(Me.Body) : Visit.Rules.Tree.Find(BodyKey));

    /// <summary>What every handler of the page shows.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;
}
