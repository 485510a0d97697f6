using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>D2: .pdf from bytes to fields, against `pdftotext -tsv` alone.</summary>
internal static class PdfGoals
{
    public static IEnumerable<Outcome> Run(IReadOnlyList<SyntheticReport> reports, WorkFolder folder)
    {
        var some = reports.Take(4).ToList();
        if (ProgramRun.Find("pdftotext") is not { } pdftotext || AsPdf.Printer is null)
        {
            yield return Outcome.Skipped("D2-pdf", "pdftotext or chromium is not installed");
            yield break;
        }

        List<byte[]> files = [.. some.Select((report, index) => AsPdf.Write(report, index, folder))];
        Reader.Verify(some, files, "report.pdf");
        var paths = some.Select((_, i) => folder.File($"{i}.pdf")).ToList();
        var rates = Rate.Of(files.Count, Reader.Over(files, "report.pdf"), () => paths.ForEach(path => ProgramRun.Of(pdftotext, ["-tsv", path, "-"])));
        yield return Outcome.AtLeast("D2-pdf", rates[0] / rates[1], 0.75, $"{rates[0]:0} reports/s read; pdftotext -tsv alone {rates[1]:0}");
    }
}
