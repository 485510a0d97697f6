using System.Collections.Frozen;

namespace Gongkai.Formats.Cleaning;

/// <summary>文件属性: takes out what a file says beside its content, whatever kind it is, and tells which kinds keep it.</summary>
public static class FileProperties
{
    /// <summary>Written as archives by today's programs; by the older ones otherwise, whatever the name says.</summary>
    private static readonly FrozenSet<string> s_office = FrozenSet.ToFrozenSet([".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".wps", ".et"]);

    private static readonly FrozenSet<string> s_archives = FrozenSet.ToFrozenSet([".docx", ".xlsx", ".pptx"]);

    /// <summary>Files that programs read, and so must not be larger than what they read.</summary>
    private static readonly FrozenSet<string> s_read = FrozenSet.ToFrozenSet([.. s_office, ".pdf", ".ofd", ".txt", ".jpg", ".jpeg", ".png", ".gif", ".webp"]);

    public static bool IsReadWhole(string name) => s_read.Contains(Extension(name));

    /// <summary>The copy without properties; null where it stays as it is.</summary>
    /// <exception cref="UnreadableFileException">An office file is damaged, hostile, or not what its name says.</exception>
    public static byte[]? Clean(byte[] content, string name, ReadingLimits? limits = null)
    {
        var extension = Extension(name);
        if (PictureCleaner.IsPicture(content))
            return PictureCleaner.Clean(content);
        if (PdfProperties.IsPdf(content))
            return OfPdf(content, limits);
        var clean = s_office.Contains(extension) ? OfficeCleaner.Clean(content, limits) : null;
        return clean is null && s_archives.Contains(extension) ? throw new UnreadableFileException("文件内容与扩展名不符，请用原来的软件另存后再上传。") : clean;
    }

    /// <summary>What a PDF that nobody can clean still says is found again by the check before review; nobody is kept from uploading it.</summary>
    private static byte[]? OfPdf(byte[] content, ReadingLimits? limits)
    {
        try
        {
            return PdfProperties.Clean(content, limits);
        }
        catch (Exception unable) when (unable is ProgramMissingException or UnreadableFileException)
        {
            return null;
        }
    }

    private static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();
}
