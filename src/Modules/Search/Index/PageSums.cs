using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gongkai.Search.Index;

/// <summary>
/// 页校验: a checksum of every page of the index file, in a file beside it, for SQLite itself does not notice a flipped bit in a list of places. Changes lie in the write-ahead log, whose frames
/// have checksums of their own, until <see cref="Take"/> brings them into the file and their sums with them.
/// </summary>
internal static class PageSums
{
    public const string Suffix = ".sums";

    private const int WalHead = 32;
    private const int FrameHead = 24;

    /// <summary>Of a file just built.</summary>
    public static void Write(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var sums = SumsOf(file, RandomAccess.GetLength(file));
        File.WriteAllBytes(path + Suffix, MemoryMarshal.AsBytes<uint>(sums).ToArray());
    }

    /// <summary>Whether file and sums agree, page by page.</summary>
    public static bool Agree(string path)
    {
        if (!File.Exists(path) || !File.Exists(path + Suffix))
            return false;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        var stored = File.ReadAllBytes(path + Suffix);
        return length > 0 && length % IndexFile.PageSize == 0 && stored.Length == length / IndexFile.PageSize * sizeof(uint) && MemoryMarshal.Cast<byte, uint>(stored).SequenceEqual(SumsOf(file, length));
    }

    /// <summary>Brings what was written into the file, and the sums of the changed pages with it; nothing happens while a reader still needs the log.</summary>
    public static void Take(IndexFile file)
    {
        var pages = PagesInLog(file.Path + "-wal");
        if (pages.Count == 0 || file.Long("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            return;
        using var content = File.OpenHandle(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var sums = File.OpenHandle(file.Path + Suffix, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var page = new byte[IndexFile.PageSize];
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        var length = RandomAccess.GetLength(content) / IndexFile.PageSize;
        foreach (var number in pages.Where(number => number <= length))
        {
            if (RandomAccess.Read(content, page, (number - 1L) * IndexFile.PageSize) != page.Length)
                continue;
            BinaryPrimitives.WriteUInt32LittleEndian(sum, Sum.Of(page));
            RandomAccess.Write(sums, sum, (number - 1L) * sizeof(uint));
        }

        if (RandomAccess.GetLength(sums) > length * sizeof(uint))
            RandomAccess.SetLength(sums, length * sizeof(uint));
    }

    private static HashSet<uint> PagesInLog(string path)
    {
        HashSet<uint> pages = [];
        if (!File.Exists(path))
            return pages;
        using var log = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> number = stackalloc byte[sizeof(uint)];
        for (long at = WalHead; at + FrameHead + IndexFile.PageSize <= RandomAccess.GetLength(log); at += FrameHead + IndexFile.PageSize)
        {
            RandomAccess.Read(log, number, at);
            pages.Add(BinaryPrimitives.ReadUInt32BigEndian(number));
        }

        return pages;
    }

    private static uint[] SumsOf(Microsoft.Win32.SafeHandles.SafeFileHandle file, long length)
    {
        var sums = new uint[length / IndexFile.PageSize];
        var buffer = new byte[IndexFile.PageSize * 128];
        for (var page = 0; page < sums.Length;)
        {
            var read = RandomAccess.Read(file, buffer, (long)page * IndexFile.PageSize) / IndexFile.PageSize;
            if (read == 0)
                break;
            for (var i = 0; i < read && page < sums.Length; i++, page++)
                sums[page] = Sum.Of(buffer.AsSpan(i * IndexFile.PageSize, IndexFile.PageSize));
        }

        return sums;
    }
}
