using System.Globalization;
using Gongkai.Formats.Reading.PlainText;
using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Reading.Pages;

/// <summary>文字识别: a picture of a page into words with their places, by Tesseract with its model of simplified Chinese.</summary>
internal static class Recognition
{
    public const string Remark = "文字由图片识别得到，可能漏字错字；请对照原件逐格核对数字";

    private const string Missing = "这是图片或扫描件，需要文字识别程序 tesseract 及中文模型 chi_sim；请管理员安装 tesseract-ocr-chi-sim，或提供可以复制文字的版本";
    private const int LongSide = 2800;
    private const double PointsPerPixel = 842.0 / LongSide;
    // Fields: level page block paragraph line word left top width height confidence text. A word stands as high as its line: the box of a
    // comma or of 一 alone says nothing about it.
    private const string Line = "4";
    private const string Word = "5";
    private const int LargestOutput = 8 << 20;

    /// <summary>The words on a page of a PDF.</summary>
    public static List<PlacedWord> OfPage(string pdf, int page, Scratch scratch, ReadingLimits limits)
    {
        var picture = scratch.Path($"page-{page}");
        var number = page.ToString(CultureInfo.InvariantCulture);
        // Scaled to a fixed size: the page of a hostile file may be kilometres wide.
        var outcome = OutsideProgram.Run("pdftoppm", ["-q", "-gray", "-singlefile", "-f", number, "-l", number, "-scale-to", $"{LongSide}", pdf, picture], limits, LargestOutput, Missing);
        picture += ".pgm";
        if (outcome.ExitCode != 0 || !File.Exists(picture))
            return [];
        var pixels = File.ReadAllBytes(picture);
        RuledLines.Erase(pixels);
        File.WriteAllBytes(picture, pixels);
        var words = OfPicture(picture, limits);
        File.Delete(picture);
        return words;
    }

    /// <summary>The words on a picture.</summary>
    public static List<PlacedWord> OfPicture(string picture, ReadingLimits limits)
    {
        var outcome = OutsideProgram.Run("tesseract", [picture, "stdout", "-l", "chi_sim", "--psm", "4", "tsv"], limits, LargestOutput, Missing);
        if (outcome.ExitCode != 0)
        {
            throw outcome.Complaint.Contains("chi_sim", StringComparison.Ordinal) ? new ProgramMissingException("tesseract", Missing)
                : new UnreadableFileException("图片已损坏，或格式不能识别；请另存为 PNG 或 JPG 再读取");
        }
        var words = new List<PlacedWord>();
        var (top, bottom) = (0.0, 0.0);
        foreach (var line in outcome.Output.AsSpan().EnumerateLines())
        {
            var fields = line.ToString().Split('\t');
            if (fields.Length != 12)
                continue;
            if (fields[0] == Line)
                (top, bottom) = (Points(fields[7]), Points(fields[7]) + Points(fields[9]));
            else if (fields[0] == Word && TextDecoding.WithoutInvisible(fields[11]).Trim() is { Length: > 0 } text)
                words.Add(new PlacedWord(text, Points(fields[6]), Points(fields[6]) + Points(fields[8]), top, bottom));
        }
        return words;
    }

    private static double Points(string pixels) => int.TryParse(pixels, out var number) ? number * PointsPerPixel : 0;
}
