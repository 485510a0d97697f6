using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.People;

/// <summary>更改人员资料.</summary>
[Requires("officers.manage")]
public sealed class ChangeOfficerModel(GongkaiDb db, Ledger ledger, FieldProtection protection, ChangeOfficer change) : OfficerForm(db)
{
    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

    protected override Permission Needs => Permission.ManageOfficers;

    /// <summary>办公电话, as it was.</summary>
    public string? Phone { get; private set; }

    /// <summary>The form holds the telephone: who opened it is an entry.</summary>
    public Task OnGet() => Shown.ReadBy(Me, Db, ledger, Cancel);

    public async Task<IActionResult> OnPost(string? name, Guid? section, string? title, string? phone) =>
        await Attempt(() => change.Run(Shown.Id, name ?? "", Choices.Section(section), title, phone, Me, Seen, Cancel)) ? Then(Home, "已保存。") : Page();

    protected override async Task Prepare()
    {
        Sections = await Choices.Sections(Db, Shown.Body, Cancel);
        Phone = Shown.Phone is { } phone ? await protection.Reveal(phone, Cancel) : null;
    }
}
