using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>撤下: at once and by one person, for waiting would do harm; the reason is public.</summary>
public sealed class WithdrawDocument(DocumentDesk desk, PublicWords words, IEnumerable<IWhenPublished> listeners)
{
    public Task Run(DocumentId id, string reason, Officer by, uint? seen, CancellationToken cancel) => Run(id, reason, publicTitle: null, by, seen, cancel);

    /// <param name="id">Which document.</param>
    /// <param name="reason">It is public.</param>
    /// <param name="publicTitle">What the tombstone is called where the title itself carries what must go.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The version the person saw.</param>
    /// <param name="cancel">To stop.</param>
    public async Task Run(DocumentId id, string reason, string? publicTitle, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        await words.Demand(document.Body, "撤下的理由", reason, "reason", cancel);
        await words.Demand(document.Body, string.IsNullOrWhiteSpace(publicTitle) ? "原标题" : "撤下后显示的标题", string.IsNullOrWhiteSpace(publicTitle) ? document.LastShown?.Title : publicTitle, "public_title", cancel);
        document.Withdraw(reason, publicTitle, by, desk.Now);
        await listeners.Tell(document, cancel);
        await desk.Close(document, Act.Withdraw, by, cancel);
    }
}

/// <summary>提请废止、失效: one officer says when and why; its words are looked at before anybody confirms them.</summary>
public sealed class ProposeEnding(DocumentDesk desk, PublicWords words)
{
    public async Task Repeal(DocumentId id, DateOnly effective, string reason, string? byDocument, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        await words.Demand(document.Body, "废止的理由", reason, "reason", cancel);
        await words.Demand(document.Body, "据以废止的文件", byDocument, "by_document", cancel);
        document.ProposeRepeal(effective, reason, byDocument, by, desk.Now);
        await desk.Close(document, Act.ProposeEnding, by, cancel);
    }

    public async Task Expire(DocumentId id, DateOnly effective, string reason, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        await words.Demand(document.Body, "失效的理由", reason, "reason", cancel);
        document.ProposeExpire(effective, reason, by, desk.Now);
        await desk.Close(document, Act.ProposeEnding, by, cancel);
    }

    /// <summary>不同意, or the proposer's own withdrawal of it.</summary>
    public async Task Refuse(DocumentId id, string reason, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        document.RefuseEnding(reason, by, desk.Now);
        await desk.Close(document, Act.RefuseEnding, by, cancel);
    }
}

/// <summary>废止 of a rule or normative document, confirmed by another than asked for it: it stays readable, marked.</summary>
public sealed class RepealDocument(DocumentDesk desk, IEnumerable<IWhenPublished> listeners)
{
    public async Task Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        document.Repeal(by, desk.Now);
        await listeners.Tell(document, cancel);
        await desk.Close(document, Act.Repeal, by, cancel);
    }
}

/// <summary>宣布失效, confirmed by another than asked for it.</summary>
public sealed class ExpireDocument(DocumentDesk desk, IEnumerable<IWhenPublished> listeners)
{
    public async Task Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        document.Expire(by, desk.Now);
        await listeners.Tell(document, cancel);
        await desk.Close(document, Act.Expire, by, cancel);
    }
}

/// <summary>归档: readable for ever, changed no more; how long the record is kept is decided with it, by the body's rule unless somebody says otherwise.</summary>
public sealed class ArchiveDocument(DocumentDesk desk, IEnumerable<IWhenPublished> listeners)
{
    public async Task Run(DocumentId id, RetentionPeriod? period, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        var kept = period ?? (await RetentionRules.Of(desk.Db, document.Body, cancel))[document.Kind];
        document.Archive(kept, by, desk.Now);
        await listeners.Tell(document, cancel);
        await desk.Close(document, Act.Archive, by, cancel, new { retention = kept.Name });
    }
}

internal static class Listeners
{
    public static async Task Tell(this IEnumerable<IWhenPublished> listeners, Document document, CancellationToken cancel)
    {
        foreach (var listener in listeners)
            await listener.Changed(document, cancel);
    }

    public static async Task Tell(this IEnumerable<IWhenPublished> listeners, IReadOnlyList<Document> documents, CancellationToken cancel)
    {
        foreach (var listener in documents.Count == 0 ? [] : listeners)
            await listener.Changed(documents, cancel);
    }
}
