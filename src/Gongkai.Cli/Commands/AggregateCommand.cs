using System.CommandLine;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Comparing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai aggregate: sums lower bodies into a government's report.</summary>
internal static class AggregateCommand
{
    public static Command Create(Terminal terminal, Speech speech)
    {
        var files = Arguments.Files(speech);
        var body = new Option<string>("--body") { Description = speech.Say("汇总机关的名称", "Name of the government"), Required = true, HelpName = "NAME" };
        var to = new Option<string>("--output", "-o") { Description = speech.Say("写到哪里；按扩展名决定格式", "Where to write; the extension decides the format"), Required = true, HelpName = "OUT" };
        var expect = new Option<string?>("--expect") { Description = speech.Say("应报机关名单，一行一个", "The bodies that should be there, one a line"), HelpName = "FILE" };
        var command = new Command("aggregate", speech.Say(
            "把下级机关的报告加总成一级政府的报告。同一机关不计两次，缺失的逐项列出。退出码：0 完整，1 已写出但有缺失，2 不能汇总",
            "Sum lower bodies' reports into a government's. No body counts twice; what is missing is listed. Exit code: 0 complete, 1 written but something is missing, 2 refused"))
        {
            files, body, to, expect,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            terminal, speech, InputFiles.Of(parsed.GetRequiredValue(files), terminal.Input, ReadingLimits.Default),
            parsed.GetRequiredValue(body), parsed.GetRequiredValue(to), parsed.GetValue(expect), cancel)));
        return command;
    }

    private static int Run(Terminal terminal, Speech speech, IReadOnlyList<SourceFile> files, string body, string to, string? expect, CancellationToken cancel)
    {
        try
        {
            var format = OutputFile.FormatOf(to);
            if (files.Any(file => OutputFile.IsSame(file.Name, to)))
                throw new UnreadableFileException($"{to}：不能覆盖要汇总的文件，请换一个文件名");
            var expected = expect is null ? null : Names(expect);
            var read = Clinic.Read(files, ClinicOptions.Default, new Progress(terminal, speech, files.Count), cancel).ToList();
            if (Unread(read) is { Length: > 0 } unread)
                throw new UnreadableFileException($"{unread}\n有文件读不出来，没有汇总；请先解决，或者从命令中去掉");

            var sum = Aggregation.Of(body, [.. read.SelectMany(file => file.Reports)], expected);
            OutputFile.Write(to, ReportWriter.Write(sum.Report, format));
            Tell(terminal, sum);
            terminal.Text.WriteLine($"{to}: 汇总 {read.Sum(file => file.Reports.Count)} 份报告，{sum.MissingBodies.Count} 个机关缺报，{sum.MissingCells.Count} 个数没有合计");
            return sum.IsComplete ? ExitCode.Fine : ExitCode.Findings;
        }
        catch (Exception problem) when (problem is UnreadableFileException or ProgramMissingException or NotAddableException)
        {
            terminal.Messages.WriteLine(problem.Message);
            return ExitCode.Unreadable;
        }
    }

    private static string Unread(List<ReadFile> read) =>
        string.Join('\n', read.Where(file => file.Error is not null).Select(file => $"{file.File}: 无法读取：{file.Error}"));

    private static void Tell(Terminal terminal, Aggregation sum)
    {
        foreach (var warning in sum.Warnings)
            terminal.Messages.WriteLine($"注意：{warning}");
        foreach (var body in sum.MissingBodies)
            terminal.Text.WriteLine($"缺少报告：{body}");
        foreach (var (path, why) in sum.MissingCells)
            terminal.Text.WriteLine($"没有合计：{sum.Report.Form!.Find(path)!.Name}，{why} [{path}]");
    }

    private static string[] Names(string path)
    {
        try
        {
            return [.. File.ReadLines(path).Select(line => line.Trim('\ufeff', ' ', '\t', '　')).Where(line => line.Length > 0 && !line.StartsWith('#'))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"{path}：{Unreadable.Why(problem)}", problem);
        }
    }
}
