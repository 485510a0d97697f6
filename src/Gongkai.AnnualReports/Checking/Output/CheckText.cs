using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking.Output;

/// <summary>文本结果: one line per diagnostic, as compilers write them, and a summary per report.</summary>
public static class CheckText
{
    /// <param name="output">Gets the diagnostics and summaries.</param>
    /// <param name="files">The results.</param>
    /// <param name="messages">Gets a line per file that could not be read; null writes it among the results.</param>
    /// <param name="verbose">Also lists the rules that passed.</param>
    /// <param name="english">Titles of rules in English.</param>
    public static void Write(TextWriter output, IEnumerable<CheckedFile> files, TextWriter? messages = null, bool verbose = false, bool english = false)
    {
        foreach (var file in files)
        {
            if (file.Error is { } why)
                (messages ?? output).WriteLine($"{file.File}: 无法读取：{why}");
            foreach (var report in file.Reports)
                Write(output, file.File, report, verbose, english);
        }
    }

    /// <summary>`FILE(LINE): error R021: … [t3.carried_out.natural_person]`.</summary>
    public static string Line(string file, Diagnostic diagnostic, bool english = false)
    {
        var line = diagnostic.Source?.Line is { } number ? $"({number})" : "";
        var level = diagnostic.Result == CheckResult.Fail ? Words.Of(diagnostic.Severity) : "note";
        var place = Words.Place(diagnostic.Source);
        var message = Words.Message(diagnostic, Words.Rule(diagnostic.Rule), english).ReplaceLineEndings(" ");
        return $"{file}{line}: {level} {diagnostic.Rule}: {message}"
            + (diagnostic.Suggestion is { } repair ? $"；建议：{repair}" : "")
            + (place.Length > 0 ? $"（{place}）" : "")
            + (diagnostic.At.Count > 0 ? $" [{string.Join(", ", diagnostic.At)}]" : "");
    }

    private static void Write(TextWriter output, string file, CheckedReport report, bool verbose, bool english)
    {
        foreach (var diagnostic in report.Diagnostics)
            output.WriteLine(Line(file, diagnostic, english));
        if (verbose)
        {
            foreach (var rule in report.Passed)
                output.WriteLine($"{file}: pass {rule.Id}: {(english ? rule.English : rule.Title)}：通过");
        }

        output.WriteLine($"{file}: {Words.Name(report.Report)}：{Summary(report)}");
    }

    /// <summary>2 个错误、1 个警告；3 处无法判断；60 条规则通过 — or a clean bill.</summary>
    public static string Summary(CheckedReport report)
    {
        if (report.Report.Form is null)
            return "不是2019年以来的两种统一格式，不套用表格，未作检查" + (report.Diagnostics.Count > 0 ? $"（{report.Diagnostics.Count} 条提示）" : "");
        var failed = report.Diagnostics.Where(diagnostic => diagnostic.Result == CheckResult.Fail).ToList();
        var open = report.Diagnostics.Count - failed.Count;
        string[] counts =
        [
            Count(failed, Severity.Error, "错误"),
            Count(failed, Severity.Warning, "警告"),
            Count(failed, Severity.Info, "提示"),
        ];
        var found = failed.Count == 0 ? "未发现问题" : string.Join('、', counts.Where(count => count.Length > 0));
        return $"{found}{(open > 0 ? $"；{open} 处无法判断" : "")}；{report.Passed.Count} 条规则通过，{report.NotApplied.Count} 条不适用";
    }

    private static string Count(List<Diagnostic> failed, Severity severity, string name) =>
        failed.Count(diagnostic => diagnostic.Severity == severity) is > 0 and var count ? $"{count} 个{name}" : "";
}
