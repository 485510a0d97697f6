using System.IO.Compression;

namespace Gongkai.Formats.Writing;

/// <summary>固定压缩包: the same parts packed in the same order with the same date, so that the same document is the same file, byte by byte.</summary>
public static class FixedZip
{
    private static readonly DateTimeOffset s_earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(byte[] package)
    {
        using var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var packed = new MemoryStream();
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that stream look for the list of content types first.
            foreach (var part in source.Entries.OrderByDescending(part => part.FullName == "[Content_Types].xml").ThenBy(part => part.FullName, StringComparer.Ordinal))
            {
                var entry = target.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = s_earliest;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
