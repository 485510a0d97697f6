using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>公开工作台: what the operations on documents have in common: who may, what is stored now, and the entry.</summary>
public sealed class DocumentDesk(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    internal GongkaiDb Db => db;
    internal TimeProvider Clock => clock;
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal Task Demand(IActor by, Permission permission, BodyId body, CancellationToken cancel) => authority.Demand(by, permission, body, cancel);

    /// <exception cref="ChangedMeanwhileException">Somebody else changed it after it was <paramref name="seen"/>.</exception>
    internal async Task<Document> Open(DocumentId id, Permission permission, IActor by, uint? seen, CancellationToken cancel)
    {
        var document = await db.Documents.AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这个公开事项。");
        await authority.Demand(by, permission, document.Body, cancel);
        if (seen is { } version && version != document.Version)
            throw new ChangedMeanwhileException(document);
        return document;
    }

    internal void Record(Act act, IActor by, IRecordable on, object? note = null) => ledger.Record(act, by, on, note);

    internal async Task Close(Document document, Act act, IActor by, CancellationToken cancel, object? note = null)
    {
        ledger.Record(act, by, document, note);
        await db.SaveUnlessChanged(document, cancel);
    }
}
