using System.Text;

namespace Gongkai.AnnualReports.Writing;

/// <summary>年报编排: writes a report in the official form. What is written reads back to the same figures, cell by cell; missing and ambiguous cells print 缺.</summary>
/// <remarks>A recovered figure is printed plainly and reads back as a plain figure; only the JSON keeps how it was found.</remarks>
public static class ReportWriter
{
    /// <exception cref="Gongkai.Formats.ProgramMissingException">PDF is asked for and neither Chromium nor LibreOffice is installed.</exception>
    public static byte[] Write(Report report, OutputFormat format) => format switch
    {
        OutputFormat.Docx => Word.WordWriter.Write(report),
        OutputFormat.Xlsx => Excel.ExcelWriter.Write(report),
        OutputFormat.Html => Encoding.UTF8.GetBytes(Html.HtmlWriter.Write(report)),
        OutputFormat.Pdf => Pdf.PdfWriter.Write(report),
        _ => Encoding.UTF8.GetBytes(ReportJson.Write(report)),
    };

    /// <summary>The format meant by a file name, or null.</summary>
    public static OutputFormat? OfExtension(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".DOCX" => OutputFormat.Docx,
        ".PDF" => OutputFormat.Pdf,
        ".HTML" or ".HTM" => OutputFormat.Html,
        ".XLSX" => OutputFormat.Xlsx,
        ".JSON" => OutputFormat.Json,
        _ => null,
    };

    /// <summary>Title of a report as printed: its own, or made of organ and year.</summary>
    public static string TitleOf(Report report) =>
        report.Title ?? $"{report.Organ}{(report.Year is { } year ? $"{year}年" : "")}政府信息公开工作年度报告";
}
