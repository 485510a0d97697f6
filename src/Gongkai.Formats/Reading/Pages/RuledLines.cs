using System.Globalization;
using System.Text;

namespace Gongkai.Formats.Reading.Pages;

/// <summary>表格线: whitens the ruled lines of a scanned page, which recognition otherwise reads as 1 or | beside every figure.</summary>
internal static class RuledLines
{
    private const byte Dark = 160;
    private const byte White = 255;

    // No stroke of a character is as long; in parts of the longer side of the page.
    private const int ShortestAcross = 20;
    private const int ShortestDown = 32;
    private const int Fringe = 2;

    /// <summary>Changes the pixels of a picture in the format PGM (grey, a byte each); another picture stays as it is.</summary>
    public static void Erase(Span<byte> picture)
    {
        if (Header(picture) is not { } header)
            return;
        var (width, height, start) = header;
        var pixels = picture[start..];
        var side = Math.Max(width, height);
        var lines = Runs(pixels, width, height, across: true, shortest: side / ShortestAcross);
        lines.AddRange(Runs(pixels, width, height, across: false, shortest: side / ShortestDown));
        foreach (var (left, top, right, bottom) in lines)
        {
            for (var row = Math.Max(0, top - Fringe); row <= Math.Min(height - 1, bottom + Fringe); row++)
            {
                var from = Math.Max(0, left - Fringe);
                pixels.Slice((row * width) + from, Math.Min(width - 1, right + Fringe) - from + 1).Fill(White);
            }
        }
    }

    private static List<(int Left, int Top, int Right, int Bottom)> Runs(ReadOnlySpan<byte> pixels, int width, int height, bool across, int shortest)
    {
        var runs = new List<(int, int, int, int)>();
        var (lines, length, step, stride) = across ? (height, width, 1, width) : (width, height, width, 1);
        for (var line = 0; line < lines; line++)
        {
            var begun = -1;
            for (var at = 0; at <= length; at++)
            {
                if (at < length && pixels[(line * stride) + (at * step)] < Dark)
                {
                    begun = begun < 0 ? at : begun;
                    continue;
                }
                if (begun >= 0 && at - begun >= shortest)
                    runs.Add(across ? (begun, line, at - 1, line) : (line, begun, line, at - 1));
                begun = -1;
            }
        }
        return runs;
    }

    // "P5 width height 255" parted by white space, then the pixels.
    private static (int Width, int Height, int Start)? Header(ReadOnlySpan<byte> picture)
    {
        if (!picture.StartsWith("P5"u8))
            return null;
        var (at, numbers) = (2, new List<int>());
        while (numbers.Count < 3 && at < picture.Length)
        {
            var rest = picture[at..];
            var begin = rest.IndexOfAnyInRange((byte)'0', (byte)'9');
            if (begin < 0)
                return null;
            var length = rest[begin..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (length < 0 || !int.TryParse(Encoding.ASCII.GetString(rest.Slice(begin, length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
            at += begin + length;
        }
        return numbers is [var width, var height, 255] && (long)width * height == picture.Length - at - 1 ? (width, height, at + 1) : null;
    }
}
