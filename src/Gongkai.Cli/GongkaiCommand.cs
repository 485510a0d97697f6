using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Gongkai.Cli.Commands;

namespace Gongkai.Cli;

/// <summary>gongkai: the commands, as a table of contents.</summary>
internal static class GongkaiCommand
{
    public static async Task<int> Run(string[] args, Terminal terminal, CancellationToken cancel = default)
    {
        var speech = new Speech(AsksForEnglish(args));
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(speech.English ? "en" : "zh-Hans");

        var parsed = Root(terminal, speech).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Action is ParseErrorAction)
            return Misunderstood(parsed, terminal, speech);

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Text, Error = terminal.Messages, EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (OperationCanceledException)
        {
            await terminal.Messages.WriteLineAsync(speech.Say("已中断。", "Interrupted."));
            return 130;
        }
        catch (IOException problem)
        {
            // The disk is full, or the reader of a pipe has gone.
            await terminal.Messages.WriteLineAsync(speech.Say($"读写出错：{problem.Message}", $"Input or output failed: {problem.Message}"));
            return ExitCode.Unreadable;
        }
        finally
        {
            await Flush(terminal);
        }
    }

    private static int Misunderstood(ParseResult parsed, Terminal terminal, Speech speech)
    {
        foreach (var error in parsed.Errors)
            terminal.Messages.WriteLine(error.Message.ReplaceLineEndings(" ").Replace('\t', ' '));
        terminal.Messages.WriteLine(speech.Say("用法见 gongkai --help，各命令见 gongkai 命令 --help", "See gongkai --help, and gongkai COMMAND --help"));
        return ExitCode.Unreadable;
    }

    private static RootCommand Root(Terminal terminal, Speech speech)
    {
        var culture = new Option<string>("--culture")
        {
            Description = speech.Say("界面语言：zh（默认）或者 en；诊断始终用中文", "Language of help and rule titles: zh (default) or en; diagnostics stay Chinese"),
            HelpName = "zh|en",
            Recursive = true,
        };
        culture.AcceptOnlyFromAmong("zh", "zh-CN", "zh-Hans", "en");
        var root = new RootCommand(speech.Say(
            "公开 Gongkai：读取、检查、转换、比较、汇总政府信息公开工作年度报告。",
            "Gongkai: reads, checks, converts, compares and aggregates annual reports on open government information."))
        {
            culture,
            CheckCommand.Create(terminal, speech),
            ReadCommand.Create(terminal, speech),
            ConvertCommand.Create(terminal, speech),
            CompareCommand.Create(terminal, speech),
            AggregateCommand.Create(terminal, speech),
            CalendarCommand.Create(terminal, speech),
            RulesCommand.Create(terminal, speech),
            VerifyCommand.Create(terminal, speech),
            AdminCommand.Admin(terminal, speech),
            AdminCommand.Body(terminal, speech),
            AdminCommand.Seed(terminal, speech),
            ImportCommand.Create(terminal, speech),
        };
        if (!speech.English)
            ChineseHelp.Use(root);
        return root;
    }

    /// <summary>The language must be known before the commands are described.</summary>
    private static bool AsksForEnglish(string[] args)
    {
        var at = Array.IndexOf(args, "--culture");
        return (at >= 0 && at + 1 < args.Length && args[at + 1] == "en") || args.Contains("--culture=en") || args.Contains("--culture:en");
    }

    private static async Task Flush(Terminal terminal)
    {
        try
        {
            await terminal.Text.FlushAsync();
            await terminal.Results.FlushAsync();
        }
        catch (IOException)
        {
            // Nobody reads any more (gongkai check … | head); there is nobody left to tell either.
        }
    }
}
