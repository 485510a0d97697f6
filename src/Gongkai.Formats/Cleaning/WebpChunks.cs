using System.Buffers.Binary;

namespace Gongkai.Formats.Cleaning;

/// <summary>WebP 各块: picture, animation and colour profile stay; EXIF, XMP and unknown blocks go.</summary>
internal static class WebpChunks
{
    private const byte SaysExif = 0x08;
    private const byte SaysXmp = 0x04;

    public static bool Are(ReadOnlySpan<byte> content) => content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8);

    public static byte[]? Clean(ReadOnlySpan<byte> webp)
    {
        var end = (int)Math.Min(webp.Length, 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]));
        var clean = new MemoryStream(webp.Length);
        clean.Write(webp[..12]);
        byte[]? side = null;
        for (var at = 12; at + 8 <= end;)
        {
            var type = webp.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            if (length > end - at - 8)
                return null;
            var next = Math.Min(end, at + 8 + (int)length + (int)(length & 1));
            if (type.SequenceEqual("EXIF"u8))
                side ??= Orientation.Only(webp.Slice(at + 8, (int)length));
            else if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("VP8X"u8) || type.SequenceEqual("ANIM"u8) || type.SequenceEqual("ANMF"u8) || type.SequenceEqual("ALPH"u8) || type.SequenceEqual("ICCP"u8))
                clean.Write(webp[at..next]);
            at = next;
        }

        if (side is not null)
        {
            clean.Write([.. "EXIF"u8, (byte)side.Length, 0, 0, 0]);
            clean.Write(side);
        }

        var bytes = clean.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        if (bytes.Length > 20 && bytes.AsSpan(12, 4).SequenceEqual("VP8X"u8))
            bytes[20] = (byte)((bytes[20] & ~(SaysExif | SaysXmp)) | (side is null ? 0 : SaysExif));
        return bytes.Length > 20 ? bytes : null;
    }
}
