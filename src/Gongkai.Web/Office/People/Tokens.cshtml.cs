using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.People;

/// <summary>全站的接口令牌: what programs may do in whose name, for whoever looks after the accounts.</summary>
[Requires("accounts.manage")]
public sealed class TokensModel(GongkaiDb db, RevokeToken revoke, PermissionMatrix matrix) : OfficePage(db)
{
    /// <summary>With those that are revoked or past their last day.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<TokenRow> Rows { get; private set; } = [];

    public int Good { get; private set; }

    public int Total { get; private set; }

    public string NameOf(string scope) => matrix.Rows.FirstOrDefault(row => row.Key == scope)?.Name ?? scope;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostRevoke(Guid token)
    {
        if (await Attempt(() => revoke.Run(new ApiTokenId(token), Me, Cancel)))
            return Then("/office/tokens", "令牌已撤销。");
        await Load();
        return Page();
    }

    private async Task Load()
    {
        var all = await TokenRow.Of(Db, Visit.Rules.BodiesFor(Me, Permission.ManageAccounts, Visit.Today), Cancel);
        var good = all.Where(row => row.Token.IsGoodOn(Visit.Today)).ToList();
        (Total, Good, Rows) = (all.Count, good.Count, All ? all : good);
    }
}
