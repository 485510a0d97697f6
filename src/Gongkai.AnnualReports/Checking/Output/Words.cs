using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking.Output;

/// <summary>措辞: words of diagnostics that the outputs share.</summary>
public static class Words
{
    /// <summary>`error`, `warning`, `info`.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>`fail`, `not_assessable`.</summary>
    public static string Of(CheckResult result) => result == CheckResult.Fail ? "fail" : "not_assessable";

    /// <summary>The message, with the rule's title in English when asked for.</summary>
    public static string Message(Diagnostic diagnostic, RuleDescriptor? rule, bool english)
    {
        var message = diagnostic.Message;
        return english && rule is not null && message.StartsWith(rule.Title, StringComparison.Ordinal)
            ? $"{rule.English}: {message[rule.Title.Length..].TrimStart('：')}"
            : message;
    }

    public static RuleDescriptor? Rule(string id) => s_rules.GetValueOrDefault(id);

    /// <summary>The part of a place that FILE(LINE) cannot say: page, paragraph, cell of a table; empty when there is none.</summary>
    public static string Place(SourcePlace? place)
    {
        if (place is null)
            return "";
        return Part("页", place.Page)
            + Part("个表", place.Table)
            + Part("段", place.Table is null ? place.Paragraph : null)
            + Part("行", place.Row)
            + Part("格", place.Column);

        static string Part(string name, int? number) => number is null ? "" : $"第{number}{name}";
    }

    /// <summary>What people call the report: 云泽市科学技术局2022年.</summary>
    public static string Name(Report report) =>
        report is { Organ: null, Year: null } ? "机关和年份不明的报告" : $"{report.Organ ?? "机关不明"}{(report.Year is { } year ? $"{year}年" : "年份不明")}";

    private static readonly Dictionary<string, RuleDescriptor> s_rules = Checker.Rules.ToDictionary(rule => rule.Descriptor.Id, rule => rule.Descriptor);
}
