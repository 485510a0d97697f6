using System.Collections.Frozen;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>上传附件: kept as it is, with a copy beside it that has lost its properties; reviewers and public get the copy.</summary>
public sealed class AttachFile(DocumentDesk desk, IFileStore files)
{
    public const long AtMost = 100L << 20;

    private static readonly FrozenSet<string> s_kinds = FrozenSet.ToFrozenSet(
    [
        ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".pdf", ".ofd", ".txt", ".csv", ".json", ".xml", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp3", ".m4a", ".mp4", ".epub", ".zip",
    ]);

    public async Task<Attachment> Run(DocumentId id, string name, Stream content, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        name = Named(name);
        if (document.Working.Attachments.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException($"已有名为“{name}”的附件，请改名，或者先删除原来的。", "name");
        var attachment = await Keep(document.NextAttachment, name, content, cancel);
        document.Attach(attachment, by, desk.Now);
        await desk.Close(document, Act.AttachFile, by, cancel, new { name, file = attachment.Original.Value });
        return attachment;
    }

    private async Task<Attachment> Keep(int number, string name, Stream content, CancellationToken cancel)
    {
        StoredFile original;
        try
        {
            original = await files.Keep(content, AtMost, cancel);
        }
        catch (FileTooLargeException)
        {
            throw new RefusedException($"附件不能超过{AtMost >> 20}MB。", "file");
        }

        return new Attachment(number) { Name = name, Original = original.Hash, Shown = await Cleaned(original, name, cancel), Length = original.Length };
    }

    private async Task<FileHash> Cleaned(StoredFile original, string name, CancellationToken cancel)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is not (".docx" or ".xlsx") || original.Length > ReadingLimits.Default.FileBytes)
            return original.Hash;
        try
        {
            var clean = OfficeCleaner.Clean(await files.ReadAll(original.Hash, cancel));
            return clean is null ? throw new RefusedException("文件内容与扩展名不符，请用原来的软件另存后再上传。", "file") : (await files.Keep(new MemoryStream(clean), AtMost, cancel)).Hash;
        }
        catch (UnreadableFileException damaged)
        {
            throw new RefusedException(damaged.Message, "file");
        }
    }

    /// <summary>A name without folders, tricks and surprises.</summary>
    private static string Named(string typed)
    {
        var name = string.Concat(typed.Replace('\\', '/').Split('/')[^1].Where(letter => !char.IsControl(letter) && !"<>:\"|?*".Contains(letter, StringComparison.Ordinal) && letter is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069') and not '\u200F' and not '\u200E')).Trim(' ', '.');
        if (name.Length is 0 or > 150)
            throw new RefusedException("附件名称应当为1到150个字。", "name");
        return s_kinds.Contains(Path.GetExtension(name).ToLowerInvariant()) ? name : throw new RefusedException("不接受这种格式的附件；可用Word、WPS、Excel、PDF、OFD、图片、音视频、EPUB、文本和压缩包。", "name");
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
