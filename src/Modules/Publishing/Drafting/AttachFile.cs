using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>上传附件: kept as it is, with a copy beside it that has lost its properties; reviewers and public get the copy.</summary>
public sealed class AttachFile(DocumentDesk desk, AttachmentIntake intake)
{
    public const long AtMost = AttachmentIntake.AtMost;

    public async Task<Attachment> Run(DocumentId id, string name, Stream content, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        name = AttachmentIntake.Named(name);
        if (document.Working.Attachments.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException($"已有名为“{name}”的附件，请改名，或者先删除原来的。", "name");
        var attachment = await intake.Keep(document.NextAttachment, name, content, cancel);
        document.Attach(attachment, by, desk.Now);
        await desk.Close(document, Act.AttachFile, by, cancel, new { name, file = attachment.Original.Value });
        return attachment;
    }
}

/// <summary>删除附件 of a draft; what was reviewed keeps its own.</summary>
public sealed class DetachFile(DocumentDesk desk)
{
    public async Task Run(DocumentId id, int number, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        document.Detach(number, by, desk.Now);
        await desk.Close(document, Act.DetachFile, by, cancel, new { number });
    }
}

internal static class WholeFiles
{
    public static async Task<byte[]> ReadAll(this IFileStore files, FileHash hash, CancellationToken cancel)
    {
        await using var stream = files.Open(hash);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancel);
        return buffer.ToArray();
    }
}
