using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.AnnualReports.Comparing;
using Gongkai.Formats;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai compare: what differs between two reports or years.</summary>
internal static class CompareCommand
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal, Speech speech)
    {
        var a = new Argument<string>("A") { Description = speech.Say("一份报告", "One report") };
        var b = new Argument<string>("B") { Description = speech.Say("另一份报告", "The other report") };
        var format = new Option<string>("--format")
        {
            Description = speech.Say("结果格式：text（默认）、json", "Format of the results: text (default), json"),
            DefaultValueFactory = _ => "text",
            HelpName = "text|json",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("compare", speech.Say("逐格比较两份报告或者两个年度；格式不同时只比较含义相同的数", "Compare two reports or years cell by cell; across editions only what means the same")) { a, b, format };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(a), parsed.GetRequiredValue(b), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Run(Terminal terminal, string a, string b, string format)
    {
        try
        {
            var comparison = ReportComparison.Of(Arguments.OneReport(a, null, terminal), Arguments.OneReport(b, null, terminal));
            if (format == "json")
                terminal.Text.WriteLine(ComparisonOutput.ToNode(comparison).ToJsonString(s_json));
            else
                ComparisonOutput.WriteText(terminal.Text, comparison);
            return ExitCode.Fine;
        }
        catch (UnreadableFileException problem)
        {
            terminal.Messages.WriteLine(problem.Message);
            return ExitCode.Unreadable;
        }
    }
}
