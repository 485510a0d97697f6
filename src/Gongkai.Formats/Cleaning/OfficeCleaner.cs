using System.IO.Compression;
using System.Text;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Cleaning;

/// <summary>
/// 去除文档属性: the copy of a Word file, workbook or presentation that everybody may have: who wrote it, for whom and how long is taken out, and what
/// cameras wrote into its pictures; the text is not touched.
/// The same file gives the same copy, byte by byte.
/// </summary>
public static class OfficeCleaner
{
    private const string Core = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>""";
    private const string App = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>""";
    private const string Custom = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>""";

    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The cleaned file; null for one of another kind, which stays as it is.</summary>
    /// <exception cref="UnreadableFileException">It is damaged or hostile.</exception>
    public static byte[]? Clean(byte[] content, ReadingLimits? limits = null)
    {
        if (!content.AsSpan().StartsWith("PK"u8))
            return null;
        try
        {
            using var archive = new OfficeArchive(content, limits ?? ReadingLimits.Default);
            if (!archive.Has("word/document.xml") && !archive.Has("xl/workbook.xml") && !archive.Has("ppt/presentation.xml"))
                return null;
            return Rewrite(archive);
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            throw new UnreadableFileException("文件已损坏或不完整，无法去除文档属性；请用原来的软件另存后再上传", damage);
        }
    }

    private static byte[] Rewrite(OfficeArchive archive)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in archive.Parts)
            {
                var entry = zip.CreateEntry(part, CompressionLevel.Optimal);
                entry.LastWriteTime = s_noTime;
                using var to = entry.Open();
                if (Replacement(part) is { } text)
                {
                    to.Write(Encoding.UTF8.GetBytes(text));
                }
                else
                {
                    using var from = archive.Open(part)!;
                    if (part.Contains("/media/", StringComparison.OrdinalIgnoreCase))
                        to.Write(Picture(from));
                    else
                        from.CopyTo(to);
                }
            }
        }

        return buffer.ToArray();
    }

    private static byte[] Picture(Stream from)
    {
        using var whole = new MemoryStream();
        from.CopyTo(whole);
        var picture = whole.ToArray();
        return PictureCleaner.Clean(picture) ?? picture;
    }

    private static string? Replacement(string part) => part.ToLowerInvariant() switch
    {
        "docprops/core.xml" => Core,
        "docprops/app.xml" => App,
        "docprops/custom.xml" => Custom,
        _ => null,
    };
}
