using System.Buffers.Binary;

namespace Gongkai.Formats.Reading.Archives;

/// <summary>压缩包目录: counts the entries before the archive is opened, since opening holds every one in memory.</summary>
internal static class ZipDirectory
{
    private const int EndRecord = 22;
    private const int EntryHeader = 46;

    /// <summary>Entries of the central directory, counting no further than one past the given number.</summary>
    public static int CountEntries(ReadOnlySpan<byte> zip, int most)
    {
        var end = zip.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndRecord > zip.Length)
            throw new UnreadableFileException("文件不完整，缺少压缩目录；请确认下载或复制是否中断");
        // Such a number says that the true one stands elsewhere, and so may the directory that is read in the end.
        if (BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 10)..]) == ushort.MaxValue)
            return most + 1;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        if (start == uint.MaxValue)
            start = Zip64Start(zip[..end]);
        var count = 0;
        for (long at = start; at + EntryHeader <= zip.Length && count <= most; count++)
        {
            var header = zip[(int)at..];
            if (!header.StartsWith("PK\u0001\u0002"u8))
                break;
            at += EntryHeader + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }
        return count;
    }

    /// <summary>The same of a file that is not in memory; it must not need the longer form, which is for files far beyond what is read here.</summary>
    public static int CountEntries(Stream zip, int most)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndRecord + ushort.MaxValue)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndRecord > tail.Length)
            throw new UnreadableFileException("文件不完整，缺少压缩目录；请确认下载或复制是否中断");
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start == uint.MaxValue || BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 4)) == ushort.MaxValue || BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)) == ushort.MaxValue)
            return most + 1;
        Span<byte> header = stackalloc byte[EntryHeader];
        var count = 0;
        for (long at = start; at + EntryHeader <= zip.Length && count <= most; count++)
        {
            zip.Position = at;
            zip.ReadExactly(header);
            if (!header.StartsWith("PK\u0001\u0002"u8))
                break;
            at += EntryHeader + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        zip.Position = 0;
        return count;
    }

    private static uint Zip64Start(ReadOnlySpan<byte> zip)
    {
        var record = zip.LastIndexOf("PK\u0006\u0006"u8);
        var start = record >= 0 && record + 56 <= zip.Length ? BinaryPrimitives.ReadUInt64LittleEndian(zip[(record + 48)..]) : ulong.MaxValue;
        return start <= int.MaxValue ? (uint)start : throw new UnreadableFileException("压缩目录损坏；请重新另存后再读取");
    }
}
