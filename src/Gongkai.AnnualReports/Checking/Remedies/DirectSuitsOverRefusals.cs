using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Remedies;

/// <summary>
/// 复议前置 (行政复议法 art. 23, in force from 2024): who is refused disclosure must ask for reconsideration before suing; direct suits where
/// there are only such refusals must be explained.
/// </summary>
public sealed class DirectSuitsOverRefusals : ReportRule
{
    private const int InForceFrom = 2024;

    private static readonly string[] s_reviewFirst =
    [
        "refused_state_secret", "refused_prohibited_by_law", "refused_three_securities_one_stability", "refused_third_party_rights",
        "refused_internal_affairs", "refused_process_information", "refused_enforcement_file",
    ];

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Form, Rows> _bound = [];

    public override RuleDescriptor Descriptor { get; } = new("R037", "只有不予公开却有直接起诉", "Direct suits where all replies are refusals that need reconsideration first", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report is { Form: not null, Year: >= InForceFrom };

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        const string Cell = "t4.direct_total";
        if (Sums.Of(report, Cell) is not { } suits)
        {
            yield return CannotTell([Cell], "“未经复议直接起诉”的总计缺失或读不准");
            yield break;
        }

        if (suits <= 0)
            yield break;

        var rows = _bound.GetValue(report.Form!, Bind);
        var others = Sums.Of(report, rows.Others) ?? (rows.OthersInstead.Length == 0 ? null : Sums.Of(report, rows.OthersInstead));
        if (others > 0)
            yield break;
        if (others is null || Sums.Of(report, rows.ReviewFirst) is not { } refusals)
            yield return CannotTell([Cell], "办理结果各行有缺失或读不准的总计");
        else if (refusals > 0)
            yield return Fail([Cell], $"直接起诉 {Wording.Figure(suits)} 件，而全年答复都是依法应当先申请行政复议的不予公开（{Wording.Figure(refusals)} 件）；请核对案件是否经过复议、填列是否正确", report[Cell].Source);
    }

    private static Rows Bind(Form form)
    {
        var t3 = form["t3"];
        List<FormRow> others = [.. t3.Rows.Where(row => row.Group.Contains("results") && row.Key != "handled_total" && !s_reviewFirst.Contains(row.Key))];
        return new Rows(
            ReviewFirst: [.. s_reviewFirst.Select(row => t3.IndexOf(row, "total"))],
            Others: [.. others.Where(row => !row.Optional).Select(row => t3.IndexOf(row.Key, "total"))],
            OthersInstead: others.Any(row => row.Optional) ? [.. others.Where(row => !row.Group.Contains("other_parts")).Select(row => t3.IndexOf(row.Key, "total"))] : []);
    }

    private sealed record Rows(int[] ReviewFirst, int[] Others, int[] OthersInstead);
}
