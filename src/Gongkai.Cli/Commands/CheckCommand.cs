using System.CommandLine;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Output;
using Gongkai.Formats;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai check: reads each report and runs every rule.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, Speech speech)
    {
        var files = Arguments.Files(speech);
        var format = new Option<string>("--format")
        {
            Description = speech.Say("结果格式：text（默认）、json、sarif", "Format of the results: text (default), json, sarif"),
            DefaultValueFactory = _ => "text",
            HelpName = "text|json|sarif",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var previous = new Option<string?>("--previous")
        {
            Description = speech.Say("上一年度的报告，用于跨年规则；几份报告属于同一机关的，自动按年度排列、互相核对", "The report of the year before, for the cross-year rules; several reports of one body are ordered by year and checked against each other"),
            HelpName = "FILE",
        };
        var facts = new Option<string?>("--facts")
        {
            Description = speech.Say("已知事实（JSON）：level、rule_making_power、published_on、url；没有时，需要它们的规则无法判断", "Known facts (JSON): level, rule_making_power, published_on, url; without them the rules that need them are not assessable"),
            HelpName = "FILE",
        };
        var verbose = new Option<bool>("--verbose") { Description = speech.Say("也列出通过的规则", "Also list the rules that passed") };
        var command = new Command("check", speech.Say(
            "检查年度报告：逐条列出违反的规则。退出码：0 没有错误，1 有错误，2 有文件读不出来",
            "Check annual reports: list every rule that is broken. Exit code: 0 no error, 1 errors, 2 a file could not be read"))
        {
            files, format, previous, facts, verbose,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            terminal, speech, InputFiles.Of(parsed.GetRequiredValue(files), terminal.Input, ReadingLimits.Default),
            parsed.GetRequiredValue(format), parsed.GetValue(previous), parsed.GetValue(facts), parsed.GetValue(verbose), cancel)));
        return command;
    }

    private static int Run(
        Terminal terminal, Speech speech, IReadOnlyList<SourceFile> files, string format, string? previous, string? facts, bool verbose, CancellationToken cancel)
    {
        if (files.Count == 0)
        {
            terminal.Messages.WriteLine(speech.Say("没有找到报告文件", "No report was found"));
            return ExitCode.Unreadable;
        }

        var outcome = new Outcome(terminal, speech, tellUnreadable: format != "text");
        try
        {
            var options = new ClinicOptions
            {
                Previous = previous is null ? null : SourceFile.OnDisk(previous),
                Facts = facts is null ? null : FactsFile.Read(facts),
            };
            var results = Clinic.Stream(files, options, new Progress(terminal, speech, files.Count), cancel).Select(outcome.Note);
            switch (format)
            {
                case "json":
                    CheckJson.Write(terminal.Results, results, verbose, speech.English);
                    break;
                case "sarif":
                    CheckSarif.Write(terminal.Results, results, verbose, speech.English);
                    break;
                default:
                    CheckText.Write(terminal.Text, results, terminal.Messages, verbose, speech.English);
                    break;
            }

            return outcome.ExitCode;
        }
        catch (UnreadableFileException problem)
        {
            terminal.Messages.WriteLine(problem.Message);
            return ExitCode.Unreadable;
        }
    }

    /// <summary>What the exit code depends on, noted while results stream by.</summary>
    private sealed class Outcome(Terminal terminal, Speech speech, bool tellUnreadable)
    {
        private bool _errors;
        private bool _unreadable;

        public int ExitCode => _unreadable ? Cli.ExitCode.Unreadable : _errors ? Cli.ExitCode.Findings : Cli.ExitCode.Fine;

        public CheckedFile Note(CheckedFile file)
        {
            _errors |= file.HasErrors;
            _unreadable |= file.Error is not null;
            if (tellUnreadable && file.Error is not null)
                terminal.Messages.WriteLine(speech.Say($"{file.File}: 无法读取：{file.Error}", $"{file.File}: cannot be read: {file.Error}"));
            return file;
        }
    }
}
