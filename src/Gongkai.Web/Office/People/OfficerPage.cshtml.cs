using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.People;

/// <summary>一名人员: dated roles and deputies.</summary>
[Requires("officers.read")]
public sealed class OfficerPageModel(GongkaiDb db, Ledger ledger, FieldProtection protection, EndRole endRole, EndDeputy endDeputy, DismissOfficer dismiss, EraseOfficer erase) : OfficerForm(db)
{
    public string? SectionName => Shown.Section is { } section ? SectionNames.GetValueOrDefault(section) : null;

    public IReadOnlyDictionary<SectionId, string> SectionNames { get; private set; } = new Dictionary<SectionId, string>();

    public IReadOnlyDictionary<OfficerId, string> Names { get; private set; } = new Dictionary<OfficerId, string>();

    /// <summary>办公电话.</summary>
    public string? Phone { get; private set; }

    /// <summary>Whether who looks may erase what is personal of somebody who left.</summary>
    public bool MayErase => Shown.LeftOn is not null && Visit.May(Permission.EraseLedger) && Visit.Rules.BodiesFor(Me, Permission.EraseLedger, Visit.Today) is null;

    public bool MayGrant => May(Permission.GrantRoles, Shown.Body) && Shown.Id != Me.Id;

    public bool MayName => Shown.Id == Me.Id || May(Permission.NameDeputies, Shown.Body);

    public bool MayManage => May(Permission.ManageOfficers, Shown.Body);

    public bool MayAccounts => May(Permission.ManageAccounts, Shown.Body);

    protected override Permission Needs => Permission.ReadOfficers;

    protected override bool OpenToSelf => true;

    public bool MayEnd(RoleGrant grant) =>
        (grant.Until is null || grant.Until > Visit.Today) && May(grant.Role.IsAdministrator ? Permission.GrantAdministrators : Permission.GrantRoles, Shown.Body);

    /// <summary>The page with the telephone: who looked at it is an entry.</summary>
    public Task OnGet() => Shown.ReadBy(Me, Db, ledger, Cancel);

    public Task<IActionResult> OnPostEndRole(int number) => Then(() => endRole.Run(Shown.Id, number, Visit.Today, Me, Seen, Cancel), "角色自明日起终止。");

    public Task<IActionResult> OnPostEndDeputy(int number) => Then(() => endDeputy.Run(Shown.Id, number, Visit.Today, Me, Seen, Cancel), "代理自明日起终止。");

    public Task<IActionResult> OnPostDismiss() => Then(() => dismiss.Run(Shown.Id, Me, Seen, Cancel), $"{Shown.Name}已离岗，角色全部终止。");

    /// <summary>删除个人信息.</summary>
    public Task<IActionResult> OnPostErase(string? reason) => Then(() => erase.Run(Shown.Id, reason, Me, Cancel), $"{Shown.Name}的个人信息已删除。");

    protected override async Task Prepare()
    {
        Phone = Shown.Phone is { } phone ? await protection.Reveal(phone, Cancel) : null;
        SectionNames = await Db.Sections.Where(section => section.Body == Shown.Body).ToDictionaryAsync(section => section.Id, section => section.Name, Cancel);
        var deputies = Shown.Deputies.Select(deputy => deputy.Officer).ToList();
        Names = await Db.Officers.Where(officer => deputies.Contains(officer.Id)).ToDictionaryAsync(officer => officer.Id, officer => officer.Name, Cancel);
    }

    private async Task<IActionResult> Then(Func<Task> operation, string said) => await Attempt(operation) ? Then(Home, said) : Page();
}
