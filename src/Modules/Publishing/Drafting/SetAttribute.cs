using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>确定公开属性.</summary>
public sealed class SetAttribute(DocumentDesk desk)
{
    public async Task Run(DocumentId id, AttributeDecision attribute, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        document.SetAttribute(attribute, by, desk.Now);
        await desk.Close(document, Act.SetAttribute, by, cancel);
    }
}

/// <summary>作废草稿: kept in the file, gone from the desk.</summary>
public sealed class DiscardDraft(DocumentDesk desk)
{
    public async Task Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        document.Discard(by, desk.Now);
        await desk.Close(document, Act.Discard, by, cancel);
    }
}
