using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Reading;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>送审前检查: a document as the pre-checks see it, its attachments read.</summary>
public sealed class DocumentChecks(GongkaiDb db, IFileStore files, PreChecker checker, LinkCheck links)
{
    public async Task<IReadOnlyList<Finding>> Run(Document document, CancellationToken cancel) => await checker.Run(await Inspected(document, document.Working, cancel), cancel);

    /// <summary>One version of a document as the checks see it.</summary>
    internal async Task<InspectedItem> Inspected(Document document, DocumentVersion version, CancellationToken cancel, bool askOutside = true)
    {
        List<InspectedFile> read = [];
        foreach (var attachment in version.Attachments)
            read.Add(await Read(attachment, cancel));
        var interpreted = !document.Kind.IsNormative || await db.Documents.AnyAsync(other => other.Explains == document.Id && other.State != DocumentState.Discarded && other.State != DocumentState.Withdrawn, cancel);
        return new InspectedItem(version.Title, version.Text)
        {
            Body = document.Body,
            Files = read,
            MissingParticulars = ContentFields.Missing(version),
            LacksInterpretation = !interpreted,
            DeadLinks = await links.Of(document, version, askOutside, cancel),
        };
    }

    /// <summary>The checks for many new documents at once, with the words as they stand now.</summary>
    internal Task<ReadyChecks> Ready(CancellationToken cancel) => checker.Ready(cancel);

    internal async Task<InspectedFile> Read(Attachment attachment, CancellationToken cancel)
    {
        if (attachment.Length > ReadingLimits.Default.FileBytes)
            return new InspectedFile(attachment.Name, [], null);
        var content = await files.ReadAll(attachment.Shown, cancel);
        return new InspectedFile(attachment.Name, content, Words(content, attachment.Name));
    }

    private static string? Words(byte[] content, string name)
    {
        try
        {
            var document = DocumentReader.Read(content, name);
            return string.Join('\n', document.Blocks.SelectMany(block => block switch
            {
                TextLine line => [line.Text],
                Table table => table.Rows.Select(row => string.Join('\t', row.Cells.Select(cell => cell.Text))),
                _ => Enumerable.Empty<string>(),
            }));
        }
        catch (Exception unreadable) when (unreadable is UnreadableFileException or ProgramMissingException)
        {
            return null;
        }
    }
}
