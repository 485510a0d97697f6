namespace Gongkai.Formats.Cleaning;

/// <summary>GIF 各块: pictures, their timing and how often they are shown stay; comments, texts and blocks of single programs go.</summary>
internal static class GifBlocks
{
    public static byte[]? Clean(ReadOnlySpan<byte> gif)
    {
        if (gif.Length < 14)
            return null;
        var at = 13 + Colours(gif[10]);
        var clean = new MemoryStream(gif.Length);
        clean.Write(gif[..at]);
        while (at < gif.Length)
        {
            var next = gif[at] switch
            {
                0x21 when at + 2 < gif.Length => AfterParts(gif, at + 2),
                0x2C when at + 10 < gif.Length => AfterParts(gif, at + 11 + Colours(gif[at + 9])),
                0x3B => at + 1,
                _ => -1,
            };
            if (next < 0)
                return null;
            if (gif[at] != 0x21 || gif[at + 1] == 0xF9 || Repeats(gif[at..next]))
                clean.Write(gif[at..next]);
            if (gif[at] == 0x3B)
                return clean.ToArray();
            at = next;
        }

        return null;
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static bool Repeats(ReadOnlySpan<byte> extension) => extension[1] == 0xFF && (extension[3..].StartsWith("NETSCAPE2.0"u8) || extension[3..].StartsWith("ANIMEXTS1.0"u8));

    /// <summary>After parts that each say how long they are, and an empty one.</summary>
    private static int AfterParts(ReadOnlySpan<byte> gif, int at)
    {
        while (at < gif.Length && gif[at] != 0)
            at += 1 + gif[at];
        return at < gif.Length ? at + 1 : -1;
    }
}
