using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Bodies;

/// <summary>机关更名.</summary>
[Requires("bodies.manage")]
public sealed class RenameModel(GongkaiDb db, RenameBody rename) : BodyForm(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? name, string? shortName, DateOnly on, string? basis) =>
        await Attempt(() => rename.Run(Shown.Id, name ?? "", shortName ?? "", on, basis, Me, Seen, Cancel)) ? Then(Home, $"已更名为{name}。") : Page();
}
