using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>The tool as people run it: start to first diagnostic, and ten thousand mixed reports in one call.</summary>
internal static class ToolGoals
{
    private const int Files = 10_000;
    private const int Distinct = 1_000;

    public static IEnumerable<Outcome> Run(WorkFolder work)
    {
        var tool = Tool.Publish(work);
        yield return Start(tool, work);
        foreach (var outcome in Batch(tool, work))
            yield return outcome;
    }

    private static Outcome Start(string tool, WorkFolder work)
    {
        var report = SyntheticReport.Many(1)[0];
        var path = work.Write("start.txt", AsText.Write(report, 0));
        var best = Enumerable.Range(0, 9).Select(_ => ProgramRun.Of(tool, ["check", path])).Min(run => run.Wall);
        return Outcome.AtMost("S1-start", best.TotalSeconds, 0.3, "gongkai check of one text report, best of nine", "s");
    }

    /// <summary>Forty in a hundred web pages, thirty Word, twenty text, ten PDF (without a browser to print them, the share goes to Word).</summary>
    private static IEnumerable<Outcome> Batch(string tool, WorkFolder work)
    {
        var folder = Directory.CreateDirectory(work.File("batch")).FullName;
        var reports = SyntheticReport.Many(Distinct);
        var printed = AsPdf.Printer is null ? [] : reports.Take(4).Select((report, index) => AsPdf.Write(report, index, work)).ToList();
        var names = new List<string>(Files);
        for (var i = 0; i < Files; i++)
        {
            var report = reports[i % Distinct];
            var (extension, content) = (i / (Files / 10)) switch
            {
                < 4 => ("html", AsWebPage.Write(report, i)),
                < 7 => ("docx", AsWord.Write(report, i)),
                < 9 => ("txt", AsText.Write(report, i)),
                _ when printed.Count > 0 => ("pdf", printed[i % printed.Count]),
                _ => ("docx", AsWord.Write(report, i)),
            };
            names.Add($"{i}.{extension}");
            File.WriteAllBytes(Path.Combine(folder, names[^1]), content);
        }

        var run = ProgramRun.Of(tool, ["check", "--format", "json", .. names], folder);
        var about = $"{Files} mixed reports in one call, {run.Processor.TotalSeconds:0} s of processor time, exit {run.ExitCode}, {run.Output.Length >> 20} MB of findings";
        yield return Outcome.AtMost("B1-batch", run.Wall.TotalSeconds, 60, about, "s");
        yield return Outcome.AtMost("B1-memory", run.PeakMebibytes, 1024, "highest resident memory of that call", "MiB");
    }
}
