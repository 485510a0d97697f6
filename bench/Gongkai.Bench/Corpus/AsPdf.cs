using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Corpus;

/// <summary>A report as a PDF printed by a browser.</summary>
internal static class AsPdf
{
    public static string? Printer { get; } = ProgramRun.Find("chromium", "chromium-browser", "google-chrome");

    public static byte[] Write(SyntheticReport report, int index, WorkFolder folder)
    {
        var page = folder.Write($"{index}.html", AsWebPage.Write(report, index));
        var pdf = folder.File($"{index}.pdf");
        var run = ProgramRun.Of(Printer!, ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--user-data-dir={folder.File("browser")}", $"--print-to-pdf={pdf}", page]);
        return File.Exists(pdf) ? File.ReadAllBytes(pdf) : throw new InvalidOperationException(run.Errors);
    }
}
