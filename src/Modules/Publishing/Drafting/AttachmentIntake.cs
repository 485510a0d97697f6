using System.Collections.Frozen;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading;

namespace Gongkai.Publishing;

/// <summary>附件收存: whatever way a file comes in, it is kept as it is, and beside it the copy without its properties that the public gets.</summary>
public sealed class AttachmentIntake(IFileStore files)
{
    public const long AtMost = 100L << 20;

    private static readonly FrozenSet<string> s_kinds = FrozenSet.ToFrozenSet(
    [
        ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".pdf", ".ofd", ".txt", ".csv", ".json", ".xml", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp3", ".m4a", ".mp4", ".vtt", ".srt", ".epub", ".zip",
    ]);

    /// <exception cref="RefusedException">It is too large, damaged, or not what its name says.</exception>
    public async Task<Attachment> Keep(int number, string name, Stream content, CancellationToken cancel)
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

    /// <summary>A name without folders, tricks and surprises.</summary>
    /// <exception cref="RefusedException">Nothing is left of it, or it is of no kind that is accepted.</exception>
    internal static string Named(string typed)
    {
        var name = string.Concat(typed.Replace('\\', '/').Split('/')[^1].Where(letter => !char.IsControl(letter) && !"<>:\"|?*".Contains(letter, StringComparison.Ordinal) && letter is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069') and not '\u200F' and not '\u200E')).Trim(' ', '.');
        if (name.Length is 0 or > 150)
            throw new RefusedException("附件名称应当为1到150个字。", "name");
        if (Path.GetExtension(name).Equals(".srt", StringComparison.OrdinalIgnoreCase))
            name = Path.ChangeExtension(name, ".vtt");
        return s_kinds.Contains(Path.GetExtension(name).ToLowerInvariant()) ? name : throw new RefusedException("不接受这种格式的附件；可用Word、WPS、Excel、PDF、OFD、图片、音视频、字幕（SRT、WebVTT）、EPUB、文本和压缩包。", "name");
    }

    /// <summary>字幕, whatever it came as, is shown as WebVTT of our own writing.</summary>
    private async Task<FileHash> Subtitled(StoredFile original, CancellationToken cancel)
    {
        try
        {
            var content = original.Length > Subtitles.LargestFile ? throw new UnreadableFileException($"字幕文件超过{Subtitles.LargestFile >> 20}MB") : await files.ReadAll(original.Hash, cancel);
            return (await files.Keep(new MemoryStream(Subtitles.Write(Subtitles.Read(content))), AtMost, cancel)).Hash;
        }
        catch (UnreadableFileException strange)
        {
            throw new RefusedException($"{strange.Message}。", "file");
        }
    }

    /// <summary>电子书, read from end to end before anybody reviews it.</summary>
    private async Task<FileHash> Bound(StoredFile original, CancellationToken cancel)
    {
        if (original.Length > ReadingLimits.Default.FileBytes)
            throw new RefusedException($"电子书不能超过{ReadingLimits.Default.FileBytes >> 20}MB，请压缩其中的图片后重新导出。", "file");
        try
        {
            return (await files.Keep(new MemoryStream(EpubCleaner.Clean(await files.ReadAll(original.Hash, cancel))), AtMost, cancel)).Hash;
        }
        catch (UnreadableFileException strange)
        {
            throw new RefusedException($"{strange.Message}。", "file");
        }
    }

    /// <summary>By its first bytes, whatever it is called.</summary>
    private async Task<bool> IsBook(StoredFile original, CancellationToken cancel)
    {
        var start = new byte[1024];
        await using var content = files.Open(original.Hash);
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        return DocumentReader.FormatOf(start.AsSpan(0, read), "") == SourceFormat.Epub;
    }

    private async Task<FileHash> Cleaned(StoredFile original, string name, CancellationToken cancel)
    {
        if (Attachment.IsBookName(name))
            return await Bound(original, cancel);
        if (await IsBook(original, cancel))
            throw new RefusedException("文件内容是EPUB电子书，请把扩展名改为 .epub 后再上传。", "file");
        if (Path.GetExtension(name).Equals(".vtt", StringComparison.OrdinalIgnoreCase))
            return await Subtitled(original, cancel);
        return await CleanCopy.Keep(files, original, name, cancel);
    }
}
