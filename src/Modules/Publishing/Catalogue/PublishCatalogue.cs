using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Bodies;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>发布主动公开基本目录: the lines as they stand become a version that does not change again.</summary>
public sealed class PublishCatalogue(CatalogueDesk desk)
{
    /// <summary>版本 of what would be published now: it moves with each publication and with each line, so that nobody publishes lines he has not seen.</summary>
    public static uint Stamp(BasicCatalogue? catalogue, string sheet) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{catalogue?.Versions.Count ?? 0}\n{sheet}")));

    /// <param name="body">Whose.</param>
    /// <param name="reviewBy">下次核对日期; a year from today where none is given.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The <see cref="Stamp"/> of what the person saw.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<BasicCatalogue> Run(BodyId body, DateOnly? reviewBy, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        var catalogue = await desk.Db.Catalogues.SingleOrDefaultAsync(one => one.Body == body, cancel);
        if (catalogue is null)
            desk.Db.Add(catalogue = new BasicCatalogue(body));
        var lines = await desk.Db.LinesOf(body).ToListAsync(cancel);
        var sheet = CatalogueSheet.Write(lines, await LineNames.Of(desk.Db, body, cancel));
        Saving.MustBeSeen(catalogue, Stamp(catalogue, sheet), seen);
        catalogue.Publish(sheet, lines.Count, reviewBy, desk.Today, by);
        desk.Record(Act.PublishCatalogue, by, catalogue, new { version = catalogue.Versions[^1].Number, lines = lines.Count });
        await desk.Db.SaveUnlessMade(catalogue, cancel);
        return catalogue;
    }
}
