using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking;

/// <summary>年报体检: many files at once. Each is read, put beside the same body's report of the year before, and checked.</summary>
/// <remarks>A file that cannot be read never disturbs the others.</remarks>
public static class Clinic
{
    /// <summary>One result per file, in the order given.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">Earlier report, facts, limits.</param>
    /// <param name="progress">Told the number of files read so far.</param>
    /// <param name="cancel">Stops between files.</param>
    /// <exception cref="UnreadableFileException"><see cref="ClinicOptions.Previous"/> cannot be read.</exception>
    public static IReadOnlyList<CheckedFile> Check(IReadOnlyList<SourceFile> files, ClinicOptions options, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var previous = options.Previous is { } file ? ReadPrevious(file, options.Limits) : [];
        var read = ReadAll(files, options, progress, cancel);
        var neighbours = new Neighbours(read.SelectMany(one => one.Reports), previous);
        var results = new CheckedFile[files.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancel };
        Parallel.For(0, files.Count, parallel, i => results[i] = new CheckedFile(
            files[i].Name,
            [.. read[i].Reports.Select(report => Checker.Check(neighbours.Around(report, options.Facts)))],
            read[i].Error));
        return results;
    }

    /// <summary>Reads every file without checking it.</summary>
    public static IReadOnlyList<ReadFile> Read(IReadOnlyList<SourceFile> files, ClinicOptions options, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        ReadAll(files, options, progress, cancel);

    private static ReadFile[] ReadAll(IReadOnlyList<SourceFile> files, ClinicOptions options, IProgress<int>? progress, CancellationToken cancel)
    {
        var read = new ReadFile[files.Count];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancel };
        Parallel.For(0, files.Count, parallel, i =>
        {
            read[i] = ReadOne(files[i], options.Limits);
            progress?.Report(Interlocked.Increment(ref done));
        });
        return read;
    }

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
