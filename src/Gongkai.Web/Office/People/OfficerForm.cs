using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.People;

/// <summary>人员表单: a page about one officer; knows which version of it the person saw.</summary>
public abstract class OfficerForm(GongkaiDb db) : OfficePage(db)
{
    public Officer Shown { get; private set; } = null!;

    public BodyNode Body => Visit.Rules.Tree.Find(Shown.Body)!;

    public string Subject => Shown.Name;

    /// <summary>The version that the form was made from; a refused form keeps it.</summary>
    public uint Version => Seen ?? Shown.Version;

    public string Home => $"/office/officers/{Shown.Id.Value}";

    [BindProperty]
    public uint? Seen { get; set; }

    /// <summary>Whether the one who is here may open this page about the officer.</summary>
    protected abstract Permission Needs { get; }

    /// <summary>Whether everybody may open it about himself.</summary>
    protected virtual bool OpenToSelf => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = new OfficerId(Guid.Parse((string)context.RouteData.Values["id"]!));
        if (await Db.Officers.AsNoTracking().SingleOrDefaultAsync(officer => officer.Id == id, Cancel) is not { } officer)
        {
            context.Result = NotFound();
            return;
        }

        if (!OpenToSelf || officer.Id != Me.Id)
            Demand(Needs, officer.Body);
        Shown = officer;
        await Prepare();
        await next();
    }

    /// <summary>What the page shows whether it is opened or refused.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;
}
