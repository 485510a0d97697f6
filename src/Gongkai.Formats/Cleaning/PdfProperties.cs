using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Cleaning;

/// <summary>
/// PDF 属性: author, company, program and times of a PDF, XMP and what single programs leave. The pages are copied as they are; what an earlier saving left below
/// the present text goes too. A file with a signature or seal is left alone, for it would no longer hold.
/// </summary>
public static class PdfProperties
{
    private const string Missing = "去除 PDF 的属性需要 mutool，请管理员安装 mupdf-tools";
    private const int LargestAnswer = 1 << 20;

    /// <summary>Program and times tell nobody who wrote it.</summary>
    private static readonly string[] s_harmless = ["Producer", "Creator", "CreationDate", "ModDate", "Trapped"];

    public static bool IsPdf(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>The names of what it still says; `signed` beside them where it may not be changed.</summary>
    /// <exception cref="ProgramMissingException">mutool is not installed.</exception>
    /// <exception cref="UnreadableFileException">It is damaged, locked or hostile.</exception>
    public static LeftInPdf Left(byte[] pdf, ReadingLimits? limits = null)
    {
        using var scratch = new Scratch();
        return Run(pdf, scratch, null, limits ?? ReadingLimits.Default);
    }

    /// <summary>The copy without them; null for one that is signed.</summary>
    /// <exception cref="ProgramMissingException">mutool is not installed.</exception>
    /// <exception cref="UnreadableFileException">It is damaged, locked or hostile.</exception>
    public static byte[]? Clean(byte[] pdf, ReadingLimits? limits = null)
    {
        using var scratch = new Scratch();
        var target = scratch.Path("clean.pdf");
        if (Run(pdf, scratch, target, limits ?? ReadingLimits.Default).IsSigned)
            return null;
        if (!File.Exists(target))
            throw new UnreadableFileException("PDF 的属性无法去除");
        var clean = File.ReadAllBytes(target);
        Photographs(clean);
        return clean;
    }

    private static LeftInPdf Run(byte[] pdf, Scratch scratch, string? target, ReadingLimits limits)
    {
        var (script, file) = (scratch.Path("properties.js"), scratch.Write("attachment.pdf", pdf));
        using (var stream = typeof(PdfProperties).Assembly.GetManifestResourceStream("PdfProperties.js")!)
        using (var written = File.Create(script))
            stream.CopyTo(written);
        var outcome = OutsideProgram.Run("mutool", target is null ? ["run", script, file] : ["run", script, file, target], limits, LargestAnswer, Missing);
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (outcome.ExitCode != 0 || !lines.Contains("read"))
            throw new UnreadableFileException("PDF 已损坏或设有打开密码，属性没有去除");
        var said = lines.Where(line => line.StartsWith("info ", StringComparison.Ordinal)).Select(line => line[5..]).Except(s_harmless, StringComparer.Ordinal);
        var loose = lines.Where(line => line.StartsWith("loose ", StringComparison.Ordinal)).Select(line => line[6..] == "Metadata" ? "XMP" : line[6..]).Distinct();
        return new LeftInPdf([.. said, .. loose], lines.Contains("signed"));
    }

    /// <summary>Pictures keep what the camera wrote into them; it is made blank where it stands, so that no place of the file moves.</summary>
    private static void Photographs(Span<byte> pdf)
    {
        for (var from = 0; pdf[from..].IndexOf("stream"u8) is var found and >= 0; from += found + 6)
        {
            var start = from + found + 6;
            while (start < pdf.Length && pdf[start] is (byte)'\r' or (byte)'\n')
                start++;
            if (pdf[start..].StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
                JpegSegments.Blank(pdf[start..]);
        }
    }
}

/// <summary>PDF 中留下的属性.</summary>
/// <param name="Names">Author, XMP.</param>
/// <param name="IsSigned">Whether a signature or seal forbids to change it.</param>
public sealed record LeftInPdf(IReadOnlyList<string> Names, bool IsSigned);
