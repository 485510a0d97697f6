using Gongkai.Formats;
using Gongkai.Formats.Reading.Programs;

namespace Gongkai.AnnualReports.Writing.Pdf;

/// <summary>年报 PDF: the page printed by Chromium (tagged, with bookmarks and embedded fonts), or the Word file printed by LibreOffice where Chromium is missing.</summary>
internal static class PdfWriter
{
    private const string Missing = "生成 PDF 需要安装 Chromium 或 LibreOffice（Debian：apt-get install chromium fonts-wqy-zenhei）；也可先下载 Word 再另存为 PDF";

    private static readonly ReadingLimits s_limits = new() { ProgramTime = TimeSpan.FromSeconds(90) };

    /// <summary>Each printing program takes some 200 MB; no more than two at a time.</summary>
    private static readonly SemaphoreSlim s_turn = new(2);

    public static byte[] Write(Report report)
    {
        s_turn.Wait();
        var folder = Directory.CreateTempSubdirectory("gongkai-pdf-").FullName;
        try
        {
            return ByChromium(report, folder) ?? ByLibreOffice(report, folder) ?? throw new ProgramMissingException("chromium", Missing);
        }
        finally
        {
            s_turn.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[]? ByChromium(Report report, string folder)
    {
        var page = Path.Combine(folder, "report.html");
        var pdf = Path.Combine(folder, "report.pdf");
        File.WriteAllText(page, Html.HtmlWriter.Write(report));
        return Run("chromium",
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ], pdf);
    }

    private static byte[]? ByLibreOffice(Report report, string folder)
    {
        var document = Path.Combine(folder, "report.docx");
        File.WriteAllBytes(document, Word.WordWriter.Write(report));
        return Run("soffice",
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "office")).AbsoluteUri}", "--headless", "--convert-to",
            "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}",
            "--outdir", folder, document,
        ], Path.Combine(folder, "report.pdf"));
    }

    private static byte[]? Run(string program, IEnumerable<string> arguments, string pdf)
    {
        try
        {
            OutsideProgram.Run(program, arguments, s_limits, 1 << 20, Missing);
        }
        catch (Exception problem) when (problem is ProgramMissingException or UnreadableFileException)
        {
            return null;
        }

        return File.Exists(pdf) ? File.ReadAllBytes(pdf) : null;
    }
}
