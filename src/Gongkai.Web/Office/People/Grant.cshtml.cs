using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.People;

/// <summary>授予角色.</summary>
[Requires("roles.grant")]
public sealed class GrantModel(GongkaiDb db, GrantRole grant) : OfficerForm(db)
{
    public IEnumerable<SelectListItem> Roles => Choices.Roles(administrators: May(Permission.GrantAdministrators, Shown.Body));

    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

    protected override Permission Needs => Permission.GrantRoles;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(Role role, DateOnly from, DateOnly? until, Guid? section) =>
        await Attempt(() => grant.Run(Shown.Id, role, from, until, Choices.Section(section), Me, Seen, Cancel)) ? Then(Home, $"已授予{role.Name}。") : Page();

    protected override async Task Prepare() => Sections = await Choices.Sections(Db, Shown.Body, Cancel);
}
