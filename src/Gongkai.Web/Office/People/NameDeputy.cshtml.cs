using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.People;

/// <summary>委托代理: one's own absence, or another's where one may.</summary>
[Requires("office.use")]
public sealed class NameDeputyModel(GongkaiDb db, NameDeputy name) : OfficerForm(db)
{
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    protected override Permission Needs => Permission.NameDeputies;

    protected override bool OpenToSelf => true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(Guid deputy, DateOnly from, DateOnly until) =>
        await Attempt(() => name.Run(Shown.Id, new OfficerId(deputy), from, until, Me, Seen, Cancel)) ? Then(Home, "已委托代理。") : Page();

    protected override async Task Prepare() => Colleagues = await Choices.Colleagues(Db, Shown, Cancel);
}
