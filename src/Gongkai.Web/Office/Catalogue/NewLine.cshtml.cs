using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>增加条目.</summary>
[Requires("catalogue.manage")]
public sealed class NewLineModel(GongkaiDb db, SaveLine save, TimeProvider clock) : LinePage(db)
{
    public void OnGet() => Form = LineForm.Of(new LineContent());

    public async Task<IActionResult> OnPost() =>
        await Attempt(() => save.Run(Chosen.Id, new CatalogueLineId(clock.NewGuid()), Form.Read(), Me, seen: null, Cancel)) ? Then(Address("/office/catalogue"), $"已增加“{Form.Matter}”。") : Page();
}
