using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>设置页脚 of a body's pages.</summary>
public sealed class SetFooter(CatalogueDesk desk)
{
    public async Task<SiteFooter> Run(BodyId body, FooterContent content, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageFooter, body, cancel);
        var footer = await desk.Db.SiteFooters.SingleOrDefaultAsync(one => one.Body == body, cancel);
        if (footer is null)
            desk.Db.Add(footer = new SiteFooter(body));
        CatalogueDesk.MustBeSeen(footer, footer.Version, seen);
        footer.Set(content);
        await desk.Close(footer, Act.SetFooter, by, cancel);
        return footer;
    }
}
