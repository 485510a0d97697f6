using System.CommandLine;
using Gongkai.AnnualReports.Checking.Output;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai convert: any readable layout into the official form.</summary>
internal static class ConvertCommand
{
    public static Command Create(Terminal terminal, Speech speech)
    {
        var from = new Argument<string>("IN") { Description = speech.Say("报告文件，- 表示标准输入", "The report, - for standard input") };
        var to = new Argument<string>("OUT") { Description = speech.Say("写到哪里；按扩展名 .docx、.pdf、.html、.xlsx、.json 决定格式", "Where to write; the extension .docx, .pdf, .html, .xlsx or .json decides the format") };
        var number = new Option<int?>("--report") { Description = speech.Say("文件里有几份报告时，取第几份", "Which report, when the file holds several"), HelpName = "N" };
        var command = new Command("convert", speech.Say("把任何版式的报告转换成规定格式", "Convert a report in any layout into the official form")) { from, to, number };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(number)));
        return command;
    }

    private static int Run(Terminal terminal, string from, string to, int? number)
    {
        try
        {
            var format = OutputFile.FormatOf(to);
            if (OutputFile.IsSame(from, to))
                throw new UnreadableFileException($"{to}：不能覆盖原文件，请换一个文件名");
            var report = Arguments.OneReport(from, number, terminal);
            if (report.Form is null && format != OutputFormat.Json)
                throw new UnreadableFileException($"{from}：不是2019年以来的两种统一格式，没有规定的表格可写；可以转换成 .json");
            OutputFile.Write(to, ReportWriter.Write(report, format));
            terminal.Messages.WriteLine($"{to}: {Words.Name(report)}");
            return ExitCode.Fine;
        }
        catch (Exception problem) when (problem is UnreadableFileException or ProgramMissingException)
        {
            terminal.Messages.WriteLine(problem.Message);
            return ExitCode.Unreadable;
        }
    }
}
