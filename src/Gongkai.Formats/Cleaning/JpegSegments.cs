using System.Buffers.Binary;

namespace Gongkai.Formats.Cleaning;

/// <summary>JPEG 各段: what decoders need stays (colour profile, the mark of Adobe), every other application segment and comment goes.</summary>
internal static class JpegSegments
{
    private const byte Scan = 0xDA;
    private const byte End = 0xD9;
    private const byte Exif = 0xE1;

    public static byte[]? Clean(ReadOnlySpan<byte> jpeg)
    {
        var clean = new MemoryStream(jpeg.Length);
        byte[]? side = null;
        var drawn = false;
        List<(int From, int To)> kept = [];
        for (var at = 2; ;)
        {
            var (marker, from, to) = Segment(jpeg, at);
            if (marker == 0 && drawn && at >= jpeg.Length - 1)
                break;
            if (marker == 0)
                return null;
            if (marker == Exif)
                side ??= Orientation.Only(jpeg[(from + 4)..to]);
            if (marker == Scan)
                (to, drawn) = (AfterScan(jpeg, to), true);
            if (Stays(marker, jpeg[from..to]))
                kept.Add((from, to));
            if (marker == End)
                break;
            at = to;
        }

        clean.Write(jpeg[..2]);
        foreach (var (from, to) in kept)
        {
            // JFIF asks to stand first; EXIF comes after it.
            var jfif = jpeg[from + 1] == 0xE0;
            if (side is not null && !jfif)
            {
                clean.Write([0xFF, Exif, 0, (byte)(2 + 6 + side.Length)]);
                clean.Write("Exif\0\0"u8);
                clean.Write(side);
                side = null;
            }

            Write(clean, jpeg[from..to], jfif);
        }

        return clean.ToArray();
    }

    /// <summary>The same length with all application segments and comments blank: for a picture inside a file whose places must not move.</summary>
    public static void Blank(Span<byte> jpeg)
    {
        for (var at = 2; ;)
        {
            var (marker, from, to) = Segment(jpeg, at);
            if (marker is 0 or Scan or End)
                return;
            if (!Stays(marker, jpeg[from..to]))
                jpeg[(from + 4)..to].Clear();
            at = to;
        }
    }

    /// <summary>Marker, first byte and the byte after the last; marker 0 where none stands.</summary>
    private static (byte Marker, int From, int To) Segment(ReadOnlySpan<byte> jpeg, int at)
    {
        while (at + 1 < jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] == 0xFF)
            at++;
        if (at + 1 >= jpeg.Length || jpeg[at] != 0xFF || jpeg[at + 1] is 0)
            return default;
        var marker = jpeg[at + 1];
        if (marker is End or 0x01 or (>= 0xD0 and <= 0xD7))
            return (marker, at, at + 2);
        var length = at + 4 <= jpeg.Length ? BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]) : 0;
        return length >= 2 && at + 2 + length <= jpeg.Length ? (marker, at, at + 2 + length) : default;
    }

    /// <summary>Where the next marker stands after what was drawn.</summary>
    private static int AfterScan(ReadOnlySpan<byte> jpeg, int at)
    {
        while (at + 1 < jpeg.Length && !(jpeg[at] == 0xFF && jpeg[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))))
            at++;
        return at + 1 < jpeg.Length ? at : jpeg.Length;
    }

    private static bool Stays(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 => segment[4..].StartsWith("JFIF\0"u8) && segment.Length >= 18,
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        0xEE => segment[4..].StartsWith("Adobe"u8),
        (>= 0xE0 and <= 0xEF) or 0xFE => false,
        _ => true,
    };

    private static void Write(MemoryStream clean, ReadOnlySpan<byte> segment, bool jfif)
    {
        if (!jfif)
        {
            clean.Write(segment);
            return;
        }

        // Without its small picture, which may still show what was cut away.
        clean.Write([0xFF, 0xE0, 0, 16]);
        clean.Write(segment[4..16]);
        clean.Write([0, 0]);
    }
}
