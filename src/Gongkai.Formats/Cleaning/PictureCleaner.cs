using System.Buffers.Binary;

namespace Gongkai.Formats.Cleaning;

/// <summary>
/// 去除图片属性: the copy of a picture that everybody may have: place, time, camera and author are taken out block by block, the picture itself is copied as it is.
/// Which side is up stays known. What follows the end of the picture is left behind.
/// </summary>
public static class PictureCleaner
{
    /// <summary>Whether it is a picture of a kind that can be cleaned.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> content) => IsJpeg(content) || content.StartsWith(PngChunks.Signature) || content.StartsWith("GIF8"u8) || WebpChunks.Are(content);

    /// <summary>The cleaned picture; null for a file of another kind, or a picture whose blocks do not follow each other as they should.</summary>
    public static byte[]? Clean(byte[] content)
    {
        try
        {
            return IsJpeg(content) ? JpegSegments.Clean(content)
                : content.AsSpan().StartsWith(PngChunks.Signature) ? PngChunks.Clean(content)
                : content.AsSpan().StartsWith("GIF8"u8) ? GifBlocks.Clean(content)
                : WebpChunks.Are(content) ? WebpChunks.Clean(content)
                : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A block says that it is longer than the file.
            return null;
        }
    }

    private static bool IsJpeg(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
}

/// <summary>方向: the one property without which a picture lies on its side, read from EXIF and written as EXIF that says nothing else.</summary>
internal static class Orientation
{
    private const int Upright = 1;
    private const int Tag = 0x0112;

    /// <summary>TIFF as it stands in EXIF, with or without its `Exif` heading; null where the picture stands upright.</summary>
    public static byte[]? Only(ReadOnlySpan<byte> exif)
    {
        var tiff = exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
        return Of(tiff) is var side and > Upright and <= 8 ? [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)side, 0, 0, 0, 0, 0, 0] : null;
    }

    private static int Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return Upright;
        var little = tiff.StartsWith("II"u8);
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return Upright;
        var (at, count) = ((int)first + 2, Short(tiff[(int)first..], little));
        for (; count > 0 && at + 12 <= tiff.Length; count--, at += 12)
        {
            if (Short(tiff[at..], little) == Tag)
                return Short(tiff[(at + 8)..], little);
        }

        return Upright;
    }

    private static int Short(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
