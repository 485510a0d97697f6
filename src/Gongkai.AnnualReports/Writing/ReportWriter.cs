using System.Text;
using Gongkai.Formats;
using Gongkai.Formats.Writing;

namespace Gongkai.AnnualReports.Writing;

/// <summary>年报写出: a report in the official form of its edition, in any of the formats; what is written reads back to the same figures and states.</summary>
/// <remarks>
/// Two states are not printed and so come back only from JSON: an ambiguous cell prints 缺 and comes back as missing, a recovered figure is printed
/// plainly and comes back as a figure. The six headings of the form are always written, in its own words; text is written only where there is some.
/// </remarks>
public static class ReportWriter
{
    /// <exception cref="ProgramMissingException">PDF needs Chromium or LibreOffice, and neither is installed or works.</exception>
    public static byte[] Write(Report report, OutputFormat format) => format switch
    {
        OutputFormat.Docx => DocxWriter.Write(report),
        OutputFormat.Pdf => PdfPrinter.Print(ReportHtml.Write(report), () => DocxWriter.Write(report)),
        OutputFormat.Html => Encoding.UTF8.GetBytes(ReportHtml.Write(report)),
        OutputFormat.Xlsx => XlsxWriter.Write(report),
        OutputFormat.Json => Encoding.UTF8.GetBytes(ReportJson.Write(report) + "\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Title as printed: the report's own, else made of organ and year.</summary>
    public static string TitleOf(Report report) => ReportOutline.TitleOf(report);

    /// <summary>The format a file name asks for by its extension, or null for any other.</summary>
    public static OutputFormat? OfExtension(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".docx" => OutputFormat.Docx,
        ".pdf" => OutputFormat.Pdf,
        ".html" or ".htm" => OutputFormat.Html,
        ".xlsx" => OutputFormat.Xlsx,
        ".json" => OutputFormat.Json,
        _ => null,
    };
}
