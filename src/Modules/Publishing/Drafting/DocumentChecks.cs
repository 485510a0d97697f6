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
        List<(InspectedFile File, IReadOnlyList<BookText> Books)> read = [];
        foreach (var attachment in version.Attachments)
            read.Add(await ReadWithBooks(attachment, cancel));
        var interpreted = !document.Kind.IsNormative || await db.Documents.AnyAsync(other => other.Explains == document.Id && other.State != DocumentState.Discarded && !DocumentStates.Gone.Contains(other.State), cancel);
        return new InspectedItem(version.Title, version.Text)
        {
            Body = document.Body,
            Files = [.. read.Select(one => one.File)],
            MissingParticulars =
            [
                .. ContentFields.Missing(version),
                .. document.Form == InterpretationForm.Ebook && !version.Attachments.Any(one => one.IsBook) ? ["EPUB电子书（附件）"] : Array.Empty<string>(),
                .. document.Kind == DocumentKind.Interpretation && document.Explains is null ? ["所解读的文件"] : Array.Empty<string>(),
            ],
            BarringParticulars = document is { Attribute: DisclosureAttribute.Proactive, MovedIn: null } ? [.. ContentFields.Lacking(version).Select(field => field.Label)] : [],
            LacksInterpretation = !interpreted,
            DeadLinks = await links.Of(document, version, [.. read.SelectMany(one => one.Books)], askOutside, cancel),
        };
    }

    /// <summary>The checks for many new documents at once, with the words as they stand now.</summary>
    internal Task<ReadyChecks> Ready(CancellationToken cancel) => checker.Ready(cancel);

    internal async Task<InspectedFile> Read(Attachment attachment, CancellationToken cancel) => (await ReadWithBooks(attachment, cancel)).File;

    private async Task<(InspectedFile File, IReadOnlyList<BookText> Books)> ReadWithBooks(Attachment attachment, CancellationToken cancel)
    {
        if (attachment.Length > ReadingLimits.Default.FileBytes)
            return (new InspectedFile(attachment.Name, [], null), []);
        var content = await files.ReadAll(attachment.Shown, cancel);
        if (!attachment.IsBook)
            return (new InspectedFile(attachment.Name, content, Words(content, attachment.Name)), []);
        try
        {
            var chapters = BookTexts.Of(content, attachment.Name);
            return (new InspectedFile(attachment.Name, content, string.Join('\n', chapters.Select(chapter => chapter.Content.Text))) { Chapters = [.. chapters.Select(chapter => (chapter.Where, chapter.Content.Text))] }, chapters);
        }
        catch (UnreadableFileException)
        {
            return (new InspectedFile(attachment.Name, content, null), []);
        }
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
