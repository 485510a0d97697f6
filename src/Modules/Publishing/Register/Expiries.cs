using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>有效期: which rules and normative documents are about to lapse, and which have lapsed without its being recorded.</summary>
public sealed class Expiries(GongkaiDb db, PublicShelf shelf, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>到期提醒: what is in force and holds no longer than <paramref name="until"/>, the nearest first.</summary>
    public Task<List<Expiring>> Soon(IReadOnlyCollection<BodyId> bodies, DateOnly until, int most, CancellationToken cancel) =>
        (from document in shelf.In(new ShelfQuestion { Bodies = bodies, InForce = true })
         from version in document.Versions
         where version.Number == document.ShownVersion && version.ExpiresOn <= until
         orderby version.ExpiresOn, document.Id
         select new Expiring(document.Id, document.Title, version.ExpiresOn!.Value)).Take(most).ToListAsync(cancel);

    /// <summary>What has lapsed by its text and by nothing else before it.</summary>
    internal Task<List<DocumentId>> Due(CancellationToken cancel)
    {
        var today = clock.Today();
        var (lapse, repeal, expire) = (Procedure.Lapse.Id, Procedure.Repeal.Id, Procedure.Expire.Id);
        return (from document in db.Documents.AsNoTracking().Readable
                where document.Kind == DocumentKind.Rules || document.Kind == DocumentKind.NormativeDocument
                from version in document.Versions
                where version.Number == document.ShownVersion && version.ExpiresOn < today
                    && !document.History.Any(taken => taken.Step == lapse && taken.Effective == version.ExpiresOn!.Value.AddDays(1))
                    && !document.History.Any(taken => (taken.Step == repeal || taken.Step == expire) && (taken.Effective ?? taken.On) <= version.ExpiresOn!.Value.AddDays(1))
                orderby version.ExpiresOn, document.Id
                select document.Id).Take(AtOnce).ToListAsync(cancel);
    }
}

/// <summary>A document in force and the last day it holds.</summary>
public sealed record Expiring(DocumentId Id, string Title, DateOnly Until);
