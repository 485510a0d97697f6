using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Bodies;

/// <summary>增设科室.</summary>
[Requires("sections.manage")]
public sealed class NewSectionModel(GongkaiDb db, AddSection add) : BodyForm(db)
{
    protected override Permission Needs => Permission.ManageSections;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? name, bool isDisclosureOffice) =>
        await Attempt(() => add.Run(Shown.Id, name ?? "", isDisclosureOffice, Me, Cancel)) ? Then(Home, $"已增设{name}。") : Page();
}
