using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Web.Office.Bodies;

/// <summary>机关表单: a form about one body; knows which version of it the person saw.</summary>
public abstract class BodyForm(GongkaiDb db) : OfficePage(db)
{
    public Body Shown { get; private set; } = null!;

    public string Subject => Shown.ShortName;

    /// <summary>The version that the form was made from; a refused form keeps it.</summary>
    public uint Version => Seen ?? Shown.Version;

    [BindProperty]
    public uint? Seen { get; set; }

    protected virtual Permission Needs => Permission.ManageBodies;

    protected string Home => $"/office/bodies/{Shown.Key}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindBody((string)context.RouteData.Values["key"]!) is not { } body)
        {
            context.Result = NotFound();
            return;
        }

        Demand(Needs, body.Id);
        Shown = body;
        await next();
    }
}
