using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>修改、停用条目.</summary>
[Requires("catalogue.manage")]
public sealed class EditLineModel(GongkaiDb db, SaveLine save, RetireLine retire) : LinePage(db)
{
    public void OnGet() => Form = LineForm.Of(Line!);

    public async Task<IActionResult> OnPost() =>
        await Attempt(() => save.Run(Chosen.Id, Line!.Id, Form.Read(), Me, Seen, Cancel)) ? Then(Address("/office/catalogue"), $"已保存“{Form.Matter}”。") : Page();

    public async Task<IActionResult> OnPostRetire()
    {
        // Only the line itself counts here, not what may have been typed beside it.
        ModelState.Clear();
        if (await Attempt(() => retire.Run(Line!.Id, Me, Seen, Cancel)))
            return Then(Address("/office/catalogue"), $"已停用“{Line!.Matter}”，以前的版本里仍可查到。");
        Form = LineForm.Of(Line!);
        return Page();
    }

    protected override async Task<BodyNode?> Subject()
    {
        var id = new CatalogueLineId(Guid.Parse((string)RouteData.Values["id"]!));
        Line = await Db.CatalogueLines.AsNoTracking().SingleOrDefaultAsync(line => line.Id == id, Cancel);
        return Line is null ? null : Visit.Rules.Tree.Find(Line.Body);
    }
}
