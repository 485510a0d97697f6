using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>增设栏目: a column of the body's own.</summary>
[Requires("catalogue.manage")]
public sealed class NewColumnModel(GongkaiDb db, AddColumn add) : ColumnForm(db)
{
    public void OnGet()
    {
        // An empty form.
    }

    public async Task<IActionResult> OnPost(string? key, string? name, string? updatedAs, string? parent, string? after) =>
        await Attempt(() => add.Run(Chosen.Id, key?.Trim() ?? "", Settings(name, isShown: true, updatedAs, parent, after), Me, Cancel))
            ? Then(Address("/office/catalogue"), $"已增设栏目“{name}”。") : Page();
}
