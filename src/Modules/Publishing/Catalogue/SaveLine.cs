using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>增加、修改目录条目.</summary>
public sealed class SaveLine(CatalogueDesk desk)
{
    /// <param name="body">Whose catalogue.</param>
    /// <param name="id">The line; a new one where there is none of this id.</param>
    /// <param name="content">All of it, as it shall be.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The version the person saw.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<CatalogueLine> Run(BodyId body, CatalogueLineId id, LineContent content, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        var line = await desk.Db.CatalogueLines.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (line is not null && line.Body != body)
            throw new RefusedException("没有这个目录条目。");
        var kept = content.Demand();
        (await LineNames.Of(desk.Db, body, cancel)).MustFit(kept);
        if (await desk.Db.CatalogueLines.AnyAsync(one => one.Body == body && one.RetiredOn == null && one.Id != id && one.Matter == kept.Matter && one.Content == kept.Content, cancel))
            throw new RefusedException("目录里已有事项和内容都相同的条目。", "content");
        if (line is null)
        {
            line = new CatalogueLine(id) { Body = body, Number = await desk.Db.NextLine(body, cancel) };
            line.Change(kept);
            desk.Db.Add(line);
            await desk.Sign(body, by, cancel);
            await desk.Close(line, Act.AddLine, by, cancel);
            return line;
        }

        CatalogueDesk.MustBeSeen(line, line.Version, seen);

        // Who only looked has written nothing, and may publish what another wrote.
        if (line.RetiredOn is null && line.Says(kept))
            return line;
        line.Change(kept);
        await desk.Sign(body, by, cancel);
        await desk.Close(line, Act.ChangeLine, by, cancel);
        return line;
    }
}
