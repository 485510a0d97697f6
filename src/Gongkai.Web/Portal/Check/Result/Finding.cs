using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;
using Gongkai.Formats;

namespace Gongkai.Web.Portal.Check.Result;

/// <summary>一条诊断 as the page shows it: numbered within its report, with the places it leads to.</summary>
/// <param name="Number">From 1, in the order shown.</param>
/// <param name="Diagnostic">What the rule says.</param>
/// <param name="Links">Cells, rows, headings and words it speaks of that stand on this page.</param>
public sealed record Finding(int Number, Diagnostic Diagnostic, IReadOnlyList<FindingLink> Links)
{
    /// <summary>Style, filter and shape: `error`, `warning`, `info` or `unknown`.</summary>
    public string Kind => KindOf(Diagnostic);

    public string Word => Words.OfKind(Kind);

    /// <summary>The message without the rule's title, which the group already shows.</summary>
    public string MessageWithout(string title) =>
        Diagnostic.Message.StartsWith(title + "：", StringComparison.Ordinal) ? Diagnostic.Message[(title.Length + 1)..] : Diagnostic.Message;

    public static string KindOf(Diagnostic diagnostic) => diagnostic switch
    {
        { Result: CheckResult.NotAssessable } => "unknown",
        { Severity: Severity.Error } => "error",
        { Severity: Severity.Warning } => "warning",
        _ => "info",
    };
}

/// <summary>A way from a finding to a place on the page.</summary>
public sealed record FindingLink(string Anchor, string Label);

/// <summary>诊断分组: the findings of one rule.</summary>
public sealed record FindingGroup(RuleDescriptor Rule, IReadOnlyList<Finding> Findings)
{
    /// <summary>Kinds in it, so that a filter can hide a group of which nothing is left.</summary>
    public string Kinds => string.Join(' ', Findings.Select(finding => finding.Kind).Distinct());
}

/// <summary>用语: words for what the code calls by number or name.</summary>
public static class Words
{
    /// <summary>Kinds of findings, gravest first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["error", "warning", "info", "unknown"];

    public static string OfKind(string kind) => kind switch
    {
        "error" => "错误",
        "warning" => "警告",
        "info" => "提示",
        _ => "无法判断",
    };

    public static string OfSeverity(Severity severity) => OfKind(severity.ToString().ToLowerInvariant());

    public static string OfState(CellState state) => state switch
    {
        CellState.Value => "数字",
        CellState.Blank => "空白",
        CellState.WordNone => "写作“无”",
        CellState.Slash => "写作斜线或横线",
        CellState.Missing => "缺失或读不到",
        CellState.Ambiguous => "读法不唯一",
        CellState.Recovered => "推定",
        _ => "本表没有这一行",
    };

    public static string OfPlace(SourcePlace? place)
    {
        if (place is null)
            return "";
        List<string> parts = [];
        Add(place.Page, "页");
        Add(place.Paragraph, "段");
        Add(place.Table, "个表");
        if (place.Table is null)
            Add(place.Line, "行");
        Add(place.Row, "行");
        Add(place.Column, "列");
        return string.Concat(parts);

        void Add(int? number, string unit)
        {
            if (number is { } n)
                parts.Add($"第{n}{unit}");
        }
    }

    public static string OfEdition(string edition) => edition switch
    {
        "trial2019" => "2019年试行格式",
        "f2021" => "2021年格式",
        _ => "不是两种官方格式",
    };
}
