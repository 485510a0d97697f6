using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>来源目录: the folder beside a file that is imported; nothing outside it is ever opened, by whatever name or link.</summary>
internal sealed class SourceFolder(string path)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Real(Path.GetFullPath(path)));

    /// <exception cref="RefusedException">It leads outside the folder, or there is no such file.</exception>
    public FileStream Open(string relative)
    {
        if (relative.Length == 0 || Path.IsPathRooted(relative) || relative.Contains('\0', StringComparison.Ordinal) || relative.Contains(':', StringComparison.Ordinal))
            throw new RefusedException($"附件“{relative}”应当是文件所在目录之内的相对路径。", "attachments");
        var wanted = Path.GetFullPath(Path.Combine(_root, relative.Replace('\\', '/')));
        if (!IsInside(wanted))
            throw new RefusedException($"附件“{relative}”在文件所在目录之外，没有读取。", "attachments");
        if (!File.Exists(wanted))
            throw new RefusedException($"没有附件“{relative}”。", "attachments");
        if (!IsInside(Real(wanted)))
            throw new RefusedException($"附件“{relative}”经链接指向目录之外，没有读取。", "attachments");
        return new FileStream(wanted, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
    }

    private bool IsInside(string full) => full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link of it followed.</summary>
    private static string Real(string full)
    {
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo here = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (here.LinkTarget is not null && here.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                real = target.FullName;
        }

        return real;
    }
}
