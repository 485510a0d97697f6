using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Bodies;

/// <summary>更改、撤销科室.</summary>
[Requires("sections.manage")]
public sealed class SectionPageModel(GongkaiDb db, ChangeSection change, CloseSection close) : OfficePage(db)
{
    public Section Shown { get; private set; } = null!;

    public string BodyKey { get; private set; } = "";

    public string BodyName { get; private set; } = "";

    [BindProperty]
    public uint? Seen { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = new SectionId(Guid.Parse((string)context.RouteData.Values["id"]!));
        if (await Db.Sections.AsNoTracking().SingleOrDefaultAsync(section => section.Id == id, Cancel) is not { } section)
        {
            context.Result = NotFound();
            return;
        }

        Demand(Permission.ManageSections, section.Body);
        Shown = section;
        (BodyKey, BodyName) = (Visit.Rules.Tree.Find(section.Body)!.Key, Visit.Rules.Tree.Find(section.Body)!.ShortName);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? name, bool isDisclosureOffice) =>
        await Attempt(() => change.Run(Shown.Id, name ?? "", isDisclosureOffice, Me, Seen, Cancel)) ? Then($"/office/bodies/{BodyKey}", "已保存。") : Page();

    public async Task<IActionResult> OnPostClose() =>
        await Attempt(() => close.Run(Shown.Id, Me, Seen, Cancel)) ? Then($"/office/bodies/{BodyKey}", $"已撤销{Shown.Name}。") : Page();
}
