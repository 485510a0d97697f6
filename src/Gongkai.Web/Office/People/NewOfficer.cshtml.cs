using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Bodies;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.People;

/// <summary>人员到岗.</summary>
[Requires("officers.manage")]
public sealed class NewOfficerModel(GongkaiDb db, AppointOfficer appoint) : BodyForm(db)
{
    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

    protected override Permission Needs => Permission.ManageOfficers;

    public Task OnGet() => Prepare();

    public async Task<IActionResult> OnPost(string? name, Guid? section, string? title, string? phone, DateOnly appointedOn)
    {
        await Prepare();
        Officer? officer = null;
        return await Attempt(async () => officer = await appoint.Run(new NewOfficer(Shown.Id, name ?? "", Choices.Section(section), title, phone, appointedOn), Me, Cancel))
            ? Then($"/office/officers/{officer!.Id.Value}", $"{officer.Name}已到岗，请授予角色。")
            : Page();
    }

    private async Task Prepare() => Sections = await Choices.Sections(Db, Shown.Id, Cancel);
}
