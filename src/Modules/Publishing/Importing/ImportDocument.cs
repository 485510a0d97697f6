using Gongkai.Bodies;
using Gongkai.Formats;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>导入文件: a Word file or the page of another site becomes a draft with the particulars found in it; It goes through review like every draft.</summary>
public sealed class ImportDocument(DocumentDesk desk, DraftDocument draft)
{
    public async Task<Document> Run(NewDocument what, AttributeDecision attribute, byte[] content, string fileName, Officer by, CancellationToken cancel)
    {
        var found = Read(content, fileName);
        var document = await draft.Make(what, attribute, found, by, cancel);
        await desk.Close(document, Act.ImportDocument, by, cancel, new { source = Path.GetFileName(fileName) });
        return document;
    }

    private static DocumentContent Read(byte[] content, string fileName)
    {
        try
        {
            return FoundParticulars.In(content, fileName);
        }
        catch (Exception unreadable) when (unreadable is UnreadableFileException or ProgramMissingException)
        {
            throw new RefusedException(unreadable.Message, "file");
        }
    }
}
