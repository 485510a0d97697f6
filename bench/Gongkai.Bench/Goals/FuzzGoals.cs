using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Writing;
using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;
using Gongkai.Formats;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.Pages;
using Gongkai.Formats.Tests.Hostile;

namespace Gongkai.Bench.Goals;

/// <summary>
/// 变异测试: damaged reports of every format, each read and checked by every rule. What comes out is a report or a refusal in words,
/// never another exception. GONGKAI_MUTATIONS sets how many of each family; a long run takes 120000.
/// </summary>
internal static class FuzzGoals
{
    private const int Usual = 1000;
    private const int RealRuns = 50; // of the in-process mutations, one in so many is done again through the outside program

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Usual;

    public static IEnumerable<Outcome> Run(IReadOnlyList<SyntheticReport> reports, WorkFolder folder)
    {
        var some = reports.Take(8).ToList();
        var read = some.Select((report, i) => ReportReader.Read(AsText.Write(report, i), "report.txt")[0]).ToList();
        yield return Survive("text", [.. some.Select(AsText.Write)], Read("report.txt"));
        yield return Survive("markdown", [.. some.Select((report, i) => AsText.Write(report, i + 1))], Read("report.md"));
        yield return Survive("html", [.. some.Select(AsWebPage.Write)], Read("report.html"));
        yield return Survive("word-archive", [.. some.Select(AsWord.Write)], Read("report.docx"));
        yield return Survive("word-part", [.. some.Select(report => Part(AsWord.Write(report, 0), "word/document.xml"))], part => ReadBytes(AsWord.PackWhole(part), "report.docx"));
        yield return Survive("sheet-archive", [.. read.Select(report => ReportWriter.Write(report, OutputFormat.Xlsx))], Read("report.xlsx"));
        yield return Survive("json", [.. read.Select(report => Encoding.UTF8.GetBytes(ReportJson.Write(report)))], Read("report.json"));

        if (AsPdf.Printer is null || ProgramRun.Find("pdftotext") is not { } words)
        {
            yield return Outcome.Skipped("fuzz-pdf", "Chromium or pdftotext is not installed");
            yield break;
        }

        List<byte[]> printed = [.. some.Take(2).Select((report, i) => AsPdf.Write(report, i, folder))];
        List<byte[]> boxes = [.. printed.Select((pdf, i) =>
        {
            var file = folder.File($"fuzz{i}.pdf");
            File.WriteAllBytes(file, pdf);
            return Encoding.UTF8.GetBytes(ProgramRun.Of(words, ["-bbox", file, "-"]).Output);
        })];
        yield return Survive("pdf-words", boxes, ReadWords);
        yield return Survive("pdf-whole", printed, Read("report.pdf"), Count / RealRuns);
    }

    private static Action<byte[]> Read(string name) => content => ReadBytes(content, name);

    private static void ReadBytes(byte[] content, string name)
    {
        // A damaged signature may lead to a slow program of another format; those have families of their own.
        if (DocumentReader.FormatOf(content, name) is SourceFormat.Picture or SourceFormat.Doc)
            return;
        Check(ReportReader.Read(content, name));
    }

    private static void ReadWords(byte[] output)
    {
        var (title, pages) = WordBoxes.Parse(Encoding.UTF8.GetString(output));
        var blocks = new BlockBuilder(ReadingLimits.Default);
        PageLines.Write(pages, blocks);
        Check(ReportReader.Read(new NeutralDocument("report.pdf", SourceFormat.Pdf, blocks.Blocks) { Title = title }));
    }

    private static void Check(IReadOnlyList<Report> reports)
    {
        foreach (var report in reports)
            Checker.Check(new Subject(report));
    }

    private static Outcome Survive(string family, List<byte[]> originals, Action<byte[]> read, int? times = null)
    {
        var count = times ?? Count;
        var (good, refused) = (0, 0);
        var slowest = TimeSpan.Zero;
        var crashes = new ConcurrentQueue<string>();
        var gate = new Lock();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var damaged = new Mutator(seed).Next(originals[seed % originals.Count]);
            var watch = Stopwatch.StartNew();
            var isRead = false;
            try
            {
                read(damaged);
                isRead = true;
            }
            catch (UnreadableFileException)
            {
                // Refused in words: what damage deserves.
            }
            catch (Exception crash)
            {
                crashes.Enqueue($"seed {seed}: {crash.GetType().Name} {crash.Message} {crash.StackTrace?.Split('\n')[0].Trim()}");
            }

            lock (gate)
            {
                (good, refused) = isRead ? (good + 1, refused) : (good, refused + 1);
                slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            }
        });

        return new Outcome($"fuzz-{family}", $"crashes={crashes.Count}", "goal=0", crashes.IsEmpty,
            crashes.TryPeek(out var first) ? first : $"{count} mutations: {good} read, {refused} refused, slowest {slowest.TotalSeconds:0.00} s");
    }

    private static byte[] Part(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var part = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        part.CopyTo(copy);
        return copy.ToArray();
    }
}
