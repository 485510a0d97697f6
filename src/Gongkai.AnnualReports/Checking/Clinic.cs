using Gongkai.AnnualReports.Checking.Shelf;
using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking;

/// <summary>年报体检: many files at once. Each is read, put beside the same body's report of the year before, and checked.</summary>
/// <remarks>A file that cannot be read never disturbs the others.</remarks>
public static class Clinic
{
    /// <summary>Beyond this number of files, reports wait packed and R066 compares only texts that may be alike.</summary>
    private const int LargeRun = 200;

    /// <summary>One result per file, in the order given.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">Earlier report, facts, limits.</param>
    /// <param name="progress">Told the number of files read so far.</param>
    /// <param name="cancel">Stops between files.</param>
    /// <exception cref="UnreadableFileException"><see cref="ClinicOptions.Previous"/> cannot be read.</exception>
    public static IReadOnlyList<CheckedFile> Check(IReadOnlyList<SourceFile> files, ClinicOptions options, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        [.. Stream(files, options, progress, cancel)];

    /// <summary>The same, result by result. All files are read before the first is checked, because any may hold the year before of any other.</summary>
    /// <exception cref="UnreadableFileException"><see cref="ClinicOptions.Previous"/> cannot be read.</exception>
    public static IEnumerable<CheckedFile> Stream(IReadOnlyList<SourceFile> files, ClinicOptions options, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var previous = options.Previous is { } file ? ReadPrevious(file, options.Limits) : [];
        var pack = files.Count > LargeRun;
        var read = ReadAll(files, file => new ShelvedFile(file, pack), options, progress, cancel).ToList();
        var neighbours = new Neighbours([.. read.SelectMany(file => file.Reports)], pack, previous);
        return InOrder.Map(read, file => Checked(file, neighbours, options.Facts), options.Parallelism, cancel);
    }

    /// <summary>Reads files without checking them, result by result in the order given.</summary>
    public static IEnumerable<ReadFile> Read(IReadOnlyList<SourceFile> files, ClinicOptions options, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        ReadAll(files, file => file, options, progress, cancel);

    private static IEnumerable<T> ReadAll<T>(IReadOnlyList<SourceFile> files, Func<ReadFile, T> keep, ClinicOptions options, IProgress<int>? progress, CancellationToken cancel)
    {
        var done = 0;
        return InOrder.Map(files, file =>
        {
            var kept = keep(ReadOne(file, options.Limits));
            progress?.Report(Interlocked.Increment(ref done));
            return kept;
        }, options.Parallelism, cancel);
    }

    private static CheckedFile Checked(ShelvedFile read, Neighbours neighbours, Facts? facts) =>
        new(read.File, [.. read.Reports.Select(report => Checker.Check(neighbours.Around(report, facts)))], read.Error);

    private static ReadFile ReadOne(SourceFile file, ReadingLimits limits)
    {
        try
        {
            return new ReadFile(file.Name, ReportReader.Read(file.Open(), file.Name, limits), null);
        }
        catch (Exception problem) when (problem is UnreadableFileException or ProgramMissingException or IOException or UnauthorizedAccessException)
        {
            return new ReadFile(file.Name, [], Unreadable.Why(problem));
        }
    }

    private static IReadOnlyList<Report> ReadPrevious(SourceFile file, ReadingLimits limits)
    {
        var read = ReadOne(file, limits);
        return read.Error is { } why ? throw new UnreadableFileException($"上年报告 {file.Name}：{why}") : read.Reports;
    }
}

/// <summary>A file read: its reports, or why there are none.</summary>
public sealed record ReadFile(string File, IReadOnlyList<Report> Reports, string? Error);

/// <summary>A file read whose reports wait on the shelf.</summary>
internal sealed class ShelvedFile(ReadFile read, bool pack)
{
    public string File { get; } = read.File;

    public IReadOnlyList<ShelvedReport> Reports { get; } = [.. read.Reports.Select(report => new ShelvedReport(report, pack))];

    public string? Error { get; } = read.Error;
}
