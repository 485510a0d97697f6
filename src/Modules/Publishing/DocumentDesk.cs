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

    /// <exception cref="RefusedException">What a draft reports on is no decision of its body.</exception>
    internal async Task DemandDecision(DocumentId? follows, BodyId body, CancellationToken cancel)
    {
        if (follows is not { } decision)
            return;
        var own = await Own(body, cancel);
        if (!await db.Documents.AnyAsync(document => document.Id == decision && own.Contains(document.Body) && document.Stage == OpennessStage.Decision, cancel))
            throw new RefusedException("没有所落实的决策：应当是本机关环节为“决策”的公开事项。", "follows");
    }

    /// <exception cref="RefusedException">It is no column of the body into which documents are put.</exception>
    internal async Task DemandColumn(string? column, BodyId body, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(column) && !(await db.ColumnsOf(body, cancel)).Any(one => one.Key == column.Trim() && one is { TakesChosen: true, IsShown: true }))
            throw new RefusedException($"没有可以放入的栏目“{column}”：应当是本机关已经开设的、第二十条和第二十一条以外的栏目。", "column");
    }

    /// <summary>承继机关: who carries on for a body.</summary>
    internal async Task<BodyId> HeirOf(BodyId body, CancellationToken cancel) => (await authority.Now(cancel)).Tree.HeirOf(body);

    /// <summary>The bodies whose documents are one body's own today: all that one carries on for.</summary>
    internal async Task<IReadOnlyList<BodyId>> Own(BodyId body, CancellationToken cancel)
    {
        var tree = (await authority.Now(cancel)).Tree;
        return tree.OwnedBy(tree.HeirOf(body));
    }

    /// <summary>先有文件，后有解读: an interpretation is public with its policy or after it, never before and never without.</summary>
    /// <param name="document">Any document.</param>
    /// <param name="by">When it is to be public, where that is not now.</param>
    /// <param name="cancel">To stop.</param>
    /// <exception cref="RefusedException">Nobody may read then what it explains.</exception>
    internal async Task DemandPolicy(Document document, DateTimeOffset? by, CancellationToken cancel)
    {
        if (document.Explains is not { } policy || document.MovedIn is not null)
            return;
        if (await db.Documents.AnyAsync(one => one.Id == policy && (DocumentStates.Readable.Contains(one.State) || one.ScheduledAt <= by), cancel))
            return;
        throw new RefusedException(by is null
            ? "所解读的文件现在没有公开。解读应当与文件同步公开：请先公开文件，或者在公开文件时一并公开解读。"
            : "到那时所解读的文件还没有公开。解读应当与文件同步公开：请先定文件的公开时间，解读不早于它。", "explains");
    }

    internal void Record(Act act, IActor by, IRecordable on, object? note = null) => ledger.Record(act, by, on, note);

    internal async Task Close(Document document, Act act, IActor by, CancellationToken cancel, object? note = null)
    {
        ledger.Record(act, by, document, note);
        await db.SaveUnlessChanged(document, cancel);
    }
}
