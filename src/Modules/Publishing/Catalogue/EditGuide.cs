using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>修改公开指南: at the draft; what is published stays until the draft is.</summary>
public sealed class EditGuide(CatalogueDesk desk)
{
    public async Task<DisclosureGuide> Run(BodyId body, GuideContent content, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageGuide, body, cancel);
        var guide = await desk.Db.Guides.SingleOrDefaultAsync(one => one.Body == body, cancel);
        if (guide is null)
            desk.Db.Add(guide = new DisclosureGuide(body));
        CatalogueDesk.MustBeSeen(guide, guide.Version, seen);

        // Who only looked has written nothing, and may publish what another wrote.
        if (guide.Versions.Count > 0 && !guide.IsChangedBy(content))
            return guide;
        guide.Edit(content, by, desk.Clock.GetUtcNow());
        await desk.Close(guide, Act.EditGuide, by, cancel);
        return guide;
    }
}
