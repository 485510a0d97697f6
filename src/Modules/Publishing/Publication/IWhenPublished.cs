namespace Gongkai.Publishing;

/// <summary>公开之后: told inside the same save that what the public sees of a document has changed; may only add rows, slow work follows the commit.</summary>
public interface IWhenPublished
{
    /// <summary>Published, revised, withdrawn, repealed or archived: what is readable now says the document.</summary>
    Task Changed(Document document, CancellationToken cancel);
}
