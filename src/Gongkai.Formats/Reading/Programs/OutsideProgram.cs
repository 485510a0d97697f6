using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Gongkai.Formats.Reading.Programs;

/// <summary>外部程序: runs a program without a shell, under a limit of time and of output, and ends it with everything it started.</summary>
public static class OutsideProgram
{
    private const int LargestComplaint = 4000;

    /// <summary>How a run went.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Complaint);

    /// <param name="program">Name of the program, found on the path.</param>
    /// <param name="arguments">Its arguments, each passed as it is.</param>
    /// <param name="limits">Limit of time.</param>
    /// <param name="largestOutput">Characters of output that are too many.</param>
    /// <param name="whenMissing">What to say when it is not installed.</param>
    /// <exception cref="ProgramMissingException">It is not installed.</exception>
    /// <exception cref="UnreadableFileException">It took too long or wrote too much.</exception>
    public static Outcome Run(string program, IEnumerable<string> arguments, ReadingLimits limits, int largestOutput, string whenMissing)
    {
        using var process = new Process { StartInfo = Start(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new ProgramMissingException(program, whenMissing);
        }
        process.StandardInput.Close();
        using var time = new CancellationTokenSource(limits.ProgramTime);
        try
        {
            var output = ReadAll(process.StandardOutput, largestOutput, time.Token);
            var complaint = ReadStart(process.StandardError, time.Token);
            // In turn, so that too much output ends the program at once.
            var written = output.GetAwaiter().GetResult();
            var complained = complaint.GetAwaiter().GetResult();
            process.WaitForExitAsync(time.Token).GetAwaiter().GetResult();
            return new Outcome(process.ExitCode, written, complained);
        }
        catch (OperationCanceledException)
        {
            throw new UnreadableFileException($"读取用时超过 {limits.ProgramTime.TotalSeconds:0} 秒，已停止；文件可能过于复杂，请另存为 Word 或网页后再读取");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        // One core per file: many files are read side by side.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static async Task<string> ReadAll(StreamReader output, int largest, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var buffer = new char[1 << 15];
        while (await output.ReadAsync(buffer, cancel) is var read and > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > largest)
                throw new UnreadableFileException("文件的文字异常地多，不像一份年度报告；请确认文件，必要时拆分后再读取");
        }
        return text.ToString();
    }

    // The rest is read away, so that a talkative program does not wait for us.
    private static async Task<string> ReadStart(StreamReader error, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var buffer = new char[1 << 12];
        while (await error.ReadAsync(buffer, cancel) is var read and > 0)
            text.Append(buffer, 0, Math.Min(read, LargestComplaint - Math.Min(LargestComplaint, text.Length)));
        return text.ToString();
    }
}
