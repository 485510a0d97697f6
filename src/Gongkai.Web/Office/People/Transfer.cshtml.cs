using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.People;

/// <summary>人员调动: only by whoever manages the people of both bodies.</summary>
[Requires("officers.manage")]
public sealed class TransferModel(GongkaiDb db, TransferOfficer transfer) : OfficerForm(db)
{
    protected override Permission Needs => Permission.ManageOfficers;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(Guid to) =>
        await Attempt(() => transfer.Run(Shown.Id, new BodyId(to), section: null, Me, Seen, Cancel)) ? Then(Home, "已调动。请到新机关授予角色。") : Page();
}
