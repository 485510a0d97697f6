using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Frame;

/// <summary>页框: what surrounds the pages of each body (names, columns, guide), read again only when something public has changed.</summary>
public sealed class PortalFrames(PublicStamp stamp, BodyTrees trees)
{
    private Kept? _kept;

    public async Task<BodyTree> Tree(GongkaiDb db, CancellationToken cancel) => (await Now(db, cancel)).Tree;

    /// <summary>The columns a body shows and its guide as published.</summary>
    public async Task<BodyFrame> Of(GongkaiDb db, BodyId body, CancellationToken cancel)
    {
        var kept = await Now(db, cancel);
        lock (kept.Frames)
        {
            if (kept.Frames.TryGetValue(body, out var known))
                return known;
        }

        var columns = await db.ColumnsOf(body, cancel);
        var guide = await db.Guides.AsNoTracking().SingleOrDefaultAsync(one => one.Body == body, cancel);
        var footer = await db.SiteFooters.AsNoTracking().SingleOrDefaultAsync(one => one.Body == body, cancel);
        var frame = new BodyFrame(columns.Open, [.. columns.Where(column => column.ArchivedOn is not null)], guide?.Published, footer);
        lock (kept.Frames)
            kept.Frames[body] = frame;
        return frame;
    }

    private async Task<Kept> Now(GongkaiDb db, CancellationToken cancel)
    {
        // The stamp is taken first: what is read may be newer than it and is then read once more.
        var now = await stamp.Now(cancel);
        if (_kept is { } kept && kept.Stamp == now)
            return kept;
        return _kept = new Kept(now, await trees.Now(db, cancel), []);
    }

    private sealed record Kept(long Stamp, BodyTree Tree, Dictionary<BodyId, BodyFrame> Frames);
}

/// <param name="Columns">In their order, hidden ones left out.</param>
/// <param name="Archived">归档栏目: closed ones, which keep their addresses.</param>
/// <param name="Guide">公开指南, the version that holds.</param>
/// <param name="Footer">页脚 of its own, where it has set one.</param>
public sealed record BodyFrame(IReadOnlyList<CatalogueColumn> Columns, IReadOnlyList<CatalogueColumn> Archived, GuideVersion? Guide, SiteFooter? Footer);
