using System.CommandLine;
using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Output;
using Gongkai.Formats;

namespace Gongkai.Cli.Commands;

/// <summary>Arguments that several commands have.</summary>
internal static class Arguments
{
    public static Argument<string[]> Files(Speech speech) => new("FILE")
    {
        Description = speech.Say(
            "报告：文本、Markdown、HTML、Word、PDF、Excel、图片或者JSON；可以是文件夹、通配符，- 表示标准输入",
            "Reports: text, Markdown, HTML, Word, PDF, Excel, picture or JSON; a folder, a pattern, or - for standard input"),
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The one report a command is about.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read, or holds several and none was chosen.</exception>
    public static Report OneReport(string name, int? number, Terminal terminal)
    {
        var file = InputFiles.Of([name], terminal.Input, ReadingLimits.Default) is [var only] ? only
            : throw new UnreadableFileException($"{name}：请给出一个文件");
        var read = Clinic.Read([file], ClinicOptions.Default).Single();
        if (read.Error is { } why)
            throw new UnreadableFileException($"{name}: 无法读取：{why}");
        if (number is { } n)
        {
            return n >= 1 && n <= read.Reports.Count ? read.Reports[n - 1]
                : throw new UnreadableFileException($"{name}：只有 {read.Reports.Count} 份报告，没有第 {n} 份");
        }

        if (read.Reports.Count == 1)
            return read.Reports[0];
        var list = string.Join("；", read.Reports.Select((report, index) => $"{index + 1} {Words.Name(report)}"));
        throw new UnreadableFileException($"{name}：有 {read.Reports.Count} 份报告（{list}），请用 --report N 指明");
    }
}
