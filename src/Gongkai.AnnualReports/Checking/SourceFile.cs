namespace Gongkai.AnnualReports.Checking;

/// <summary>待检文件: a file by name, opened only when its turn comes, so that thousands do not lie in memory at once.</summary>
/// <param name="Name">Name shown to people: a path, or the name of an upload.</param>
/// <param name="Open">Gives its content; may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
public sealed record SourceFile(string Name, Func<byte[]> Open)
{
    /// <summary>A file on disk; one that is too large is refused before it is loaded.</summary>
    public static SourceFile OnDisk(string path, Formats.ReadingLimits? limits = null) => new(path, () =>
    {
        var most = (limits ?? Formats.ReadingLimits.Default).FileBytes;
        if (new FileInfo(path).Length > most)
            throw new Formats.UnreadableFileException($"文件超过 {most >> 20} MB，请拆分后再检查");
        return File.ReadAllBytes(path);
    });
}
