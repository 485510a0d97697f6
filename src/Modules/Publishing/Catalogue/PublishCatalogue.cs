using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>发布主动公开基本目录: the lines as they stand become a version that does not change again.</summary>
public sealed class PublishCatalogue(CatalogueDesk desk)
{
    public async Task<BasicCatalogue> Run(BodyId body, DateOnly? reviewBy, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        var catalogue = await desk.Db.Catalogues.SingleOrDefaultAsync(one => one.Body == body, cancel);
        if (catalogue is null)
            desk.Db.Add(catalogue = new BasicCatalogue(body));
        CatalogueDesk.MustBeSeen(catalogue, catalogue.Version, seen);
        var lines = await desk.Db.LinesOf(body).ToListAsync(cancel);
        catalogue.Publish(CatalogueSheet.Write(lines, await LineNames.Of(desk.Db, body, cancel)), lines.Count, reviewBy, desk.Today, by);
        await desk.Close(catalogue, Act.PublishCatalogue, by, cancel, new { version = catalogue.Versions[^1].Number, lines = lines.Count });
        return catalogue;
    }
}
