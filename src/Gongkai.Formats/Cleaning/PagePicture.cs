using System.Globalization;
using System.Text;
using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Cleaning;

/// <summary>页面图像: a page as it is printed, in grey; it tells whether anything can be seen where a letter stands.</summary>
internal sealed class PagePicture
{
    private const int DotsPerInch = 100;
    private const int LongestSide = 2400;

    /// <summary>Less difference between light and dark than this is one colour to the eye.</summary>
    private const int Contrast = 28;
    private const int Dark = 140;

    private readonly byte[] _pixels;
    private readonly int _start;
    private readonly int _width;
    private readonly int _height;
    private readonly double _scaleX;
    private readonly double _scaleY;

    private PagePicture(byte[] pgm, int start, int width, int height, TracedPage page)
    {
        (_pixels, _start, _width, _height) = (pgm, start, width, height);
        (_scaleX, _scaleY) = (width / Math.Max(page.Width, 1), height / Math.Max(page.Height, 1));
    }

    public static PagePicture Of(string file, TracedPage page, Scratch scratch, ReadingLimits limits, string whenMissing, int largestOutput)
    {
        var (number, path) = (page.Number.ToString(CultureInfo.InvariantCulture), scratch.Path("page.pgm"));

        // Never larger than a side that is looked at: the page of a hostile file may be kilometres wide.
        var outcome = OutsideProgram.Run("mutool", ["draw", "-q", "-r", $"{DotsPerInch}", "-w", $"{LongestSide}", "-h", $"{LongestSide}", "-F", "pgm", "-o", path, file, number], limits, largestOutput, whenMissing);
        if (outcome.ExitCode != 0 || !File.Exists(path))
            throw new UnreadableFileException($"PDF 第{number}页无法显示，无法检查其中被遮盖的文字");
        var pgm = File.ReadAllBytes(path);
        File.Delete(path);

        // P5, width, height, greatest grey, each ended by white space.
        var (fields, at) = (new List<int>(), 2);
        while (fields.Count < 3 && at < pgm.Length)
        {
            while (at < pgm.Length && char.IsWhiteSpace((char)pgm[at]))
                at++;
            var start = at;
            while (at < pgm.Length && !char.IsWhiteSpace((char)pgm[at]))
                at++;
            fields.Add(int.TryParse(Encoding.ASCII.GetString(pgm, start, at - start), CultureInfo.InvariantCulture, out var value) ? value : 0);
        }

        return fields is [> 0, > 0, 255] && pgm.Length >= at + 1 + (fields[0] * fields[1]) ? new PagePicture(pgm, at + 1, fields[0], fields[1], page)
            : throw new UnreadableFileException($"PDF 第{number}页无法显示，无法检查其中被遮盖的文字");
    }

    /// <summary>Why the letter cannot be seen; null where it can, or where it never was meant to be: the text layer of a scan lies over what the eye reads.</summary>
    public CoveredKind? Hides(TracedGlyph glyph)
    {
        if (!glyph.IsSuspect || Range(glyph) is not (var darkest, var lightest) || lightest - darkest >= Contrast)
            return null;
        if (glyph.IsCovered)
            return CoveredKind.Covered;

        // Recognition sees letters in specks of blank paper; under black it saw them before they were blackened.
        return !glyph.IsInvisible && !glyph.IsUnderScan ? CoveredKind.SameColour : lightest < Dark ? CoveredKind.Covered : null;
    }

    private (byte Darkest, byte Lightest)? Range(TracedGlyph glyph)
    {
        var (left, right) = ((int)(glyph.Left * _scaleX), (int)(glyph.Right * _scaleX));
        var (top, bottom) = ((int)(glyph.Top * _scaleY), (int)(glyph.Bottom * _scaleY));
        if (left < 0 || top < 0 || right >= _width || bottom >= _height || right - left < 1 || bottom - top < 2)
            return null;
        var (darkest, lightest) = (byte.MaxValue, byte.MinValue);
        for (var y = top; y <= bottom; y++)
        {
            foreach (var pixel in _pixels.AsSpan(_start + (y * _width) + left, right - left + 1))
                (darkest, lightest) = (Math.Min(darkest, pixel), Math.Max(lightest, pixel));
        }

        return (darkest, lightest);
    }
}
