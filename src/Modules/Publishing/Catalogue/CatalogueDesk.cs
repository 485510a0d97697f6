using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>目录工作台: what the operations on guide and catalogue have in common: who may, what is stored now, and the entry.</summary>
public sealed class CatalogueDesk(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    internal GongkaiDb Db => db;
    internal TimeProvider Clock => clock;
    internal DateOnly Today => clock.Today();

    internal Task Demand(IActor by, Permission permission, BodyId body, CancellationToken cancel) => authority.Demand(by, permission, body, cancel);

    /// <exception cref="ChangedMeanwhileException">Somebody else changed it after it was <paramref name="seen"/>.</exception>
    internal async Task<CatalogueLine> Open(CatalogueLineId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var line = await db.CatalogueLines.SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这个目录条目。");
        await authority.Demand(by, Permission.ManageCatalogue, line.Body, cancel);
        MustBeSeen(line, line.Version, seen);
        return line;
    }

    internal static void MustBeSeen(IRecordable what, uint version, uint? seen)
    {
        if (seen is { } was && was != version)
            throw new ChangedMeanwhileException(what);
    }

    internal async Task Close(IRecordable what, Act act, IActor by, CancellationToken cancel, object? note = null)
    {
        ledger.Record(act, by, what, note);
        await db.SaveUnlessChanged(what, cancel);
    }

    /// <summary>Who wrote at the lines of a catalogue does not publish it.</summary>
    internal async Task Sign(BodyId body, IActor by, CancellationToken cancel)
    {
        var catalogue = await db.Catalogues.SingleOrDefaultAsync(one => one.Body == body, cancel);
        if (catalogue is null)
            db.Add(catalogue = new BasicCatalogue(body));
        catalogue.Sign(by);
    }

    internal void Record(Act act, IActor by, IRecordable what, object? note = null) => ledger.Record(act, by, what, note);
}
