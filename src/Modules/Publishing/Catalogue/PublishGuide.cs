using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>发布公开指南: the draft becomes what everybody reads.</summary>
public sealed class PublishGuide(CatalogueDesk desk)
{
    public async Task<DisclosureGuide> Run(BodyId body, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageGuide, body, cancel);
        var guide = await desk.Db.Guides.SingleOrDefaultAsync(one => one.Body == body, cancel) ?? throw new RefusedException("还没有公开指南，请先填写并保存。");
        CatalogueDesk.MustBeSeen(guide, guide.Version, seen);
        guide.Publish(desk.Today, by);
        await desk.Close(guide, Act.PublishGuide, by, cancel, new { version = guide.Published!.Number });
        return guide;
    }
}
