using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.People;

/// <summary>更改人员资料.</summary>
[Requires("officers.manage")]
public sealed class ChangeOfficerModel(GongkaiDb db, ChangeOfficer change) : OfficerForm(db)
{
    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

    protected override Permission Needs => Permission.ManageOfficers;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? name, Guid? section, string? title, string? phone) =>
        await Attempt(() => change.Run(Shown.Id, name ?? "", Choices.Section(section), title, phone, Me, Seen, Cancel)) ? Then(Home, "已保存。") : Page();

    protected override async Task Prepare() => Sections = await Choices.Sections(Db, Shown.Body, Cancel);
}
