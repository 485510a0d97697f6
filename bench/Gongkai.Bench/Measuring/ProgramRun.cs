using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Bench.Measuring;

/// <summary>A program run once: what it cost and what it said.</summary>
internal sealed record ProgramRun(int ExitCode, TimeSpan Processor, TimeSpan Wall, double PeakMebibytes, string Output, string Errors)
{
    public static ProgramRun Of(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        var (processor, watch) = (ProcessorTime.Children, Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(4))
            peak = Math.Max(peak, HighWater(process.Id));
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, ProcessorTime.Children - processor, watch.Elapsed, peak, output.Result, errors.Result);
    }

    /// <summary>Full path of a program, or null when it is not installed.</summary>
    public static string? Find(params string[] names) =>
        (from folder in Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? []
         from name in names
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    private static double HighWater(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite) / 1024.0;
        }
        catch (IOException)
        {
            return 0; // ended between two looks
        }
    }
}
