using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;

namespace Gongkai.Web.Portal.Check.Result;

/// <summary>多年对照: reports of one body side by side, oldest first, with what changed and where the carry-over breaks (R073).</summary>
public sealed class YearsView
{
    private static readonly (string Label, string[] Paths)[] s_lines =
    [
        ("本年新收申请", ["t3.received_new.total"]),
        ("上年结转申请", ["t3.carried_in.total"]),
        ("予以公开", ["t3.granted.total"]),
        ("部分公开", ["t3.partially_granted.total"]),
        ("不予公开", Outcomes("refused_")),
        ("无法提供", Outcomes("unavailable_")),
        ("不予处理", Outcomes("not_processed_")),
        ("办理结果总计", ["t3.handled_total.total"]),
        ("结转下年度", ["t3.carried_out.total"]),
        ("行政复议", ["t4.review_total"]),
        ("未经复议直接起诉", ["t4.direct_total"]),
        ("复议后起诉", ["t4.after_review_total"]),
        ("行政许可决定", ["t2.art20_5.admin_licensing.decisions"]),
        ("行政处罚决定", ["t2.art20_6.admin_penalty.decisions"]),
        ("行政强制决定", ["t2.art20_6.admin_coercion.decisions"]),
    ];

    private YearsView(string organ, IReadOnlyList<ReportView> reports)
    {
        Organ = organ;
        Reports = reports;
        Lines = [.. s_lines.Select(line => new YearLine(line.Label, [.. reports.Select((_, index) => EntryOf(line.Paths, index))]))];
    }

    public string Organ { get; }

    public IReadOnlyList<ReportView> Reports { get; }

    public IReadOnlyList<YearLine> Lines { get; }

    /// <summary>One table for each body with reports of more than one year.</summary>
    public static IReadOnlyList<YearsView> Of(IReadOnlyList<ReportView> reports) =>
    [
        .. from report in reports
           where report.Report is { Organ: not null, Year: not null, Form: not null }
           group report by report.Report.Organ!.Replace(" ", "", StringComparison.Ordinal) into body
           let years = body.DistinctBy(report => report.Report.Year).OrderBy(report => report.Report.Year).ToList()
           where years.Count > 1
           select new YearsView(body.Key, years),
    ];

    private static string[] Outcomes(string start) =>
        [.. AnnualReports.Forms.Form.F2021["t3"].Rows.Where(row => row.Key.StartsWith(start, StringComparison.Ordinal)).Select(row => $"t3.{row.Key}.total")];

    private YearEntry EntryOf(string[] paths, int index)
    {
        var report = Reports[index];
        var figure = SumOf(report.Report, paths);
        var before = index > 0 && Reports[index - 1].Report.Year == report.Report.Year - 1 ? SumOf(Reports[index - 1].Report, paths) : null;
        var anchor = $"{report.Prefix}-{paths[0]}";
        var broken = paths.Length == 1 ? report.At(anchor).FirstOrDefault(finding => finding.Diagnostic is { Rule: "R073", Result: CheckResult.Fail }) : null;
        return new YearEntry(figure, figure - before, anchor, broken is null ? null : $"{report.Prefix}-f{broken.Number}");
    }

    private static decimal? SumOf(Report report, string[] paths)
    {
        var sum = 0m;
        foreach (var path in paths)
        {
            if (Sums.Of(report, path) is not { } figure)
                return null;
            sum += figure;
        }

        return sum;
    }
}

/// <summary>A measure over the years.</summary>
public sealed record YearLine(string Label, IReadOnlyList<YearEntry> Entries);

/// <summary>A measure in one year.</summary>
/// <param name="Figure">Null where it cannot be told.</param>
/// <param name="Change">Against the year directly before, where both are known.</param>
/// <param name="Anchor">The cell on this page.</param>
/// <param name="Broken">The finding that says the carry-over does not fit.</param>
public sealed record YearEntry(decimal? Figure, decimal? Change, string Anchor, string? Broken);
