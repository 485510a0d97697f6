using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.People;

/// <summary>人员账号: opened, unlocked and let in again by the security administrator, who never sees a password.</summary>
[Requires("accounts.manage")]
public sealed class OfficerAccountModel(GongkaiDb db, OpenAccount open, IssueLink issue, UnlockAccount unlock, EndSessions end) : OfficerForm(db)
{
    public Account? Account { get; private set; }

    public int Sessions { get; private set; }

    /// <summary>Told once.</summary>
    public string? Link { get; private set; }

    protected override Permission Needs => Permission.ManageAccounts;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOpen(string? login)
    {
        await Attempt(async () => Link = AddressOf(await open.Run(Shown.Id, login ?? "", Me, Cancel)));
        return await Again();
    }

    public async Task<IActionResult> OnPostLink()
    {
        await Attempt(async () => Link = AddressOf(await issue.Run(Shown.Id, Me, seen: null, Cancel)));
        return await Again();
    }

    public async Task<IActionResult> OnPostUnlock() => await Attempt(() => unlock.Run(Shown.Id, Me, seen: null, Cancel)) ? Then($"{Home}/account", "已解除锁定。") : Page();

    public async Task<IActionResult> OnPostEnd() => await Attempt(() => end.Of(Shown.Id, Me, seen: null, Cancel)) ? Then($"{Home}/account", "已终止全部会话。") : Page();

    protected override async Task Prepare()
    {
        Account = await Db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Officer == Shown.Id, Cancel);
        Sessions = Account is null ? 0 : await Db.Sessions.CountAsync(session => session.Account == Account.Id, Cancel);
    }

    private async Task<IActionResult> Again()
    {
        await Prepare();
        return Page();
    }

    private string AddressOf(string secret) => AddressOf(Request, secret);

    /// <summary>一次性链接, as it is handed over.</summary>
    internal static string AddressOf(HttpRequest request, string secret) => $"{Addresses.Of(request)}/office/sign-in/link/{secret}";
}
