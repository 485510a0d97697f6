using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Publishing;

/// <summary>公开的副本 of an attachment: without its properties where a program can take them out; where none can, the file itself, and a finding says so.</summary>
internal static class CleanCopy
{
    /// <exception cref="RefusedException">It is damaged, not what its name says, or larger than what is looked through before publication.</exception>
    public static async Task<FileHash> Keep(IFileStore files, StoredFile original, string name, CancellationToken cancel)
    {
        if (original.Length > ReadingLimits.Default.FileBytes)
            return FileProperties.IsReadWhole(name) ? throw new RefusedException($"文档和图片不能超过{ReadingLimits.Default.FileBytes >> 20}MB，否则公开前无法检查；请压缩其中的图片，或者拆分成几个附件。", "file") : original.Hash;
        try
        {
            var clean = FileProperties.Clean(await files.ReadAll(original.Hash, cancel), name);
            return clean is null ? original.Hash : (await files.Keep(new MemoryStream(clean), AttachmentIntake.AtMost, cancel)).Hash;
        }
        catch (UnreadableFileException damaged)
        {
            throw new RefusedException(damaged.Message, "file");
        }
    }
}
