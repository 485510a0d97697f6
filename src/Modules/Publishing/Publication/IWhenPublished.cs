namespace Gongkai.Publishing;

/// <summary>公开之后: told inside the same save that what the public sees of a document has changed; may only add rows, slow work follows the commit.</summary>
public interface IWhenPublished
{
    /// <summary>Published, revised, withdrawn, repealed or archived: what is readable now says the document.</summary>
    Task Changed(Document document, CancellationToken cancel);

    /// <summary>Many at once; whoever asks the database for each does better to ask once for all.</summary>
    async Task Changed(IReadOnlyList<Document> documents, CancellationToken cancel)
    {
        foreach (var document in documents)
            await Changed(document, cancel);
    }
}
