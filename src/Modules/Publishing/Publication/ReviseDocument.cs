using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>修订: a new version is worked at while the old one stays public.</summary>
public sealed class ReviseDocument(DocumentDesk desk)
{
    public async Task<Document> Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        document.Revise(by, desk.Now);
        await desk.Close(document, Act.Revise, by, cancel);
        return document;
    }
}

/// <summary>更正已撤下的: mended and reviewed again, it returns to its old address under its old 索引号 (article 6).</summary>
public sealed class CorrectWithdrawn(DocumentDesk desk)
{
    public async Task<Document> Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        document.Correct(by, desk.Now);
        await desk.Close(document, Act.Correct, by, cancel);
        return document;
    }
}

/// <summary>放弃修订, or 放弃更正: what was withdrawn stays withdrawn.</summary>
public sealed class AbandonRevision(DocumentDesk desk)
{
    public async Task Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        document.AbandonRevision(by, desk.Now);
        await desk.Close(document, Act.AbandonRevision, by, cancel);
    }
}
