using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Catalogue;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Office.Footer;

/// <summary>网页页脚 of a body's own pages.</summary>
[Requires("site_footers.manage")]
public sealed class FooterModel(GongkaiDb db, SetFooter set, IOptions<PortalOptions> portal) : CataloguePage(db, Permission.ManageFooter)
{
    [BindProperty]
    public uint? Seen { get; set; }

    public SiteFooter? Footer { get; private set; }

    public PortalOptions Site => portal.Value;

    public static string Default(string hint, string? ofPlatform) => ofPlatform is null ? hint : $"{hint}；不填的用 {ofPlatform}";

    public async Task<IActionResult> OnPost(FooterContent typed) =>
        await Attempt(() => set.Run(Chosen.Id, typed, Me, Seen, Cancel)) ? Then(Address("/office/footer"), "已保存页脚。") : Page();

    protected override async Task Prepare() => Footer = await Db.SiteFooters.AsNoTracking().SingleOrDefaultAsync(footer => footer.Body == Chosen.Id, Cancel);
}
