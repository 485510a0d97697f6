using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Gongkai.Formats.Cleaning;

/// <summary>PNG 各块: what draws the picture stays; texts, EXIF, times and blocks of single programs go.</summary>
internal static class PngChunks
{
    private static readonly FrozenSet<string> s_drawing = FrozenSet.ToFrozenSet(
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    ]);

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[]? Clean(ReadOnlySpan<byte> png)
    {
        var side = Side(png);
        var clean = new MemoryStream(png.Length);
        clean.Write(Signature);
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12)
                return null;
            var type = Encoding.Latin1.GetString(png.Slice(at + 4, 4));
            var next = at + 12 + (int)length;
            if (s_drawing.Contains(type))
                clean.Write(png[at..next]);
            if (type == "IHDR" && side is not null)
                Write(clean, "eXIf"u8, side);
            if (type == "IEND")
                return clean.ToArray();
            at = next;
        }

        return null;
    }

    private static byte[]? Side(ReadOnlySpan<byte> png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12)
                return null;
            if (png.Slice(at + 4, 4).SequenceEqual("eXIf"u8))
                return Orientation.Only(png.Slice(at + 8, (int)length));
            at += 12 + (int)length;
        }

        return null;
    }

    private static void Write(MemoryStream clean, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        clean.Write(number);
        clean.Write(type);
        clean.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check([.. type, .. data]));
        clean.Write(number);
    }

    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var one in bytes)
        {
            check ^= one;
            for (var bit = 0; bit < 8; bit++)
                check = (check & 1) == 0 ? check >> 1 : (check >> 1) ^ 0xEDB88320;
        }

        return ~check;
    }
}
