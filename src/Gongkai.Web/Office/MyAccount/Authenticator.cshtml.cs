using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Office.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Gongkai.Web.Office.MyAccount;

/// <summary>动态口令: proposed, confirmed by a first code, with recovery codes shown once.</summary>
[Requires("office.use")]
public sealed class AuthenticatorModel(GongkaiDb db, Ledger ledger, SignInFlow flow) : OfficePage(db)
{
    public Account Mine { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool Required { get; set; }

    /// <summary>The key that the page shows, as people type it.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>SVG inside the page: the policy on content lets no picture in by data address.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>The same key sealed, so that a wrong code does not change it.</summary>
    public string Proposed { get; private set; } = "";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public void OnGet() => Propose(Totp.NewKey());

    public async Task<IActionResult> OnPost(string? code, string? proposed)
    {
        if (Mine.HasAuthenticator || proposed is null)
            return RedirectToPage();
        Mine.ProposeAuthenticator(proposed);
        if (!flow.IsRightCode(Mine, new string([.. (code ?? "").Where(char.IsAsciiDigit)])))
        {
            ModelState.AddModelError("Code", "数字不正确，请等下一个数字，并核对手机时间。");
            Propose(flow.OpenKey(proposed));
            return Page();
        }

        Mine.ConfirmAuthenticator();
        Codes = Mine.MakeRecoveryCodes();
        ledger.Record(Act.AddAuthenticator, Me, Mine);
        await Db.SaveChangesAsync(Cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostCodes()
    {
        if (!Mine.HasAuthenticator)
            return RedirectToPage();
        Codes = Mine.MakeRecoveryCodes();
        ledger.Record(Act.MakeRecoveryCodes, Me, Mine);
        await Db.SaveChangesAsync(Cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRemove()
    {
        Mine.RemoveAuthenticator();
        ledger.Record(Act.RemoveAuthenticator, Me, Mine);
        await Db.SaveChangesAsync(Cancel);
        return Then("/office/account", "已停用动态口令。");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Mine = await Db.Accounts.SingleAsync(account => account.Id == Visit.Account, Cancel);
        await next();
    }

    private void Propose(byte[] key)
    {
        Secret = string.Join(' ', Totp.Base32(key).Chunk(4).Select(part => new string(part)));
        Proposed = flow.SealKey(key);
        var address = $"otpauth://totp/{Uri.EscapeDataString($"公开:{Mine.Login}")}?secret={Totp.Base32(key)}&issuer={Uri.EscapeDataString("公开")}";
        using var drawn = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(drawn);
        Picture = svg.GetGraphic(5);
    }
}
