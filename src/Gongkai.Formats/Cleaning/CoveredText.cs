using System.Globalization;
using System.Text;
using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Cleaning;

/// <summary>
/// 遮盖之下的文字: words that a PDF carries and nobody sees on its pages: below black boxes, pictures and marks put over them, or in the colour of what they stand
/// on. What was drawn in which order tells where to look; the printed page decides, so that a clear marker, a watermark or the text layer of a scan is no finding.
/// </summary>
public static class CoveredText
{
    public const int MostPages = 400;

    private const string Missing = "检查 PDF 中被遮盖的文字需要 mutool，请管理员安装 mupdf-tools";
    private const int PagesAtOnce = 40;
    private const int LargestTrace = 96 << 20;
    private const int LargestComplaint = 1 << 20;

    /// <summary>Nothing for a file of another kind.</summary>
    /// <exception cref="ProgramMissingException">mutool is not installed.</exception>
    /// <exception cref="UnreadableFileException">It is damaged, locked or hostile.</exception>
    public static IReadOnlyList<CoveredWords> Find(byte[] content, ReadingLimits? limits = null)
    {
        if (content.AsSpan(0, Math.Min(content.Length, 1024)).IndexOf("%PDF-"u8) < 0)
            return [];
        using var scratch = new Scratch();
        return Find(scratch.Write("attachment.pdf", content), scratch, limits ?? ReadingLimits.Default);
    }

    private static List<CoveredWords> Find(string file, Scratch scratch, ReadingLimits limits)
    {
        List<CoveredWords> found = [];
        for (var from = 1; from <= MostPages; from += PagesAtOnce)
        {
            var to = from + PagesAtOnce - 1;
            var trace = OutsideProgram.Run("mutool", ["trace", file, string.Create(CultureInfo.InvariantCulture, $"{from}-{to}")], limits, LargestTrace, Missing);
            if (trace.ExitCode != 0)
                throw new UnreadableFileException("PDF 已损坏或设有打开密码，无法检查其中被遮盖的文字");

            // Beyond its end mutool shows the last page again.
            var pages = PdfTrace.Read(trace.Output).Where(page => page.Number >= from).ToList();
            foreach (var page in pages.Where(page => page.Suspects.Any()))
                found.AddRange(On(page, file, scratch, limits));
            if (!pages.Exists(page => page.Number == to))
                break;
        }

        return found;
    }

    private static IEnumerable<CoveredWords> On(TracedPage page, string file, Scratch scratch, ReadingLimits limits)
    {
        var picture = PagePicture.Of(file, page, scratch, limits, Missing, LargestComplaint);
        var (words, kind) = (new StringBuilder(), CoveredKind.Covered);
        foreach (var glyph in page.Glyphs)
        {
            // Marks and spaces leave too little ink to tell.
            if (!Rune.IsLetterOrDigit(glyph.Letter))
                continue;
            var hidden = picture.Hides(glyph);
            if ((hidden is null || hidden != kind) && words.Length > 0)
            {
                yield return new CoveredWords(page.Number, words.ToString(), kind);
                words.Clear();
            }

            if (hidden is { } how)
            {
                kind = how;
                words.Append(glyph.Letter);
            }
        }

        if (words.Length > 0)
            yield return new CoveredWords(page.Number, words.ToString(), kind);
    }
}

/// <summary>看不见的文字: a run of letters on a page.</summary>
public sealed record CoveredWords(int Page, string Text, CoveredKind Kind);

/// <summary>文字因何看不见.</summary>
public enum CoveredKind
{
    /// <summary>被遮盖.</summary>
    Covered,

    /// <summary>与底色相同.</summary>
    SameColour,
}
