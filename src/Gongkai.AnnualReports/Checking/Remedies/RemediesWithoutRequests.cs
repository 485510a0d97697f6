using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Remedies;

/// <summary>有复议诉讼而无申请: possible over proactive disclosure, but rare enough to be explained.</summary>
public sealed class RemediesWithoutRequests : Rule
{
    private static readonly string[] s_totals = ["t4.review_total", "t4.direct_total", "t4.after_review_total"];
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Form, int[]> _requests = [];

    public override RuleDescriptor Descriptor { get; } = new("R038", "没有申请却有复议诉讼", "Reconsiderations or suits without any request", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        var report = subject.Report;
        if (s_totals.All(path => Sums.Of(report, path) == 0))
            yield break;

        var requests = HasRequests(report);
        if (requests == true)
            yield break;

        string[] at = [.. s_totals.Where(path => Sums.Of(report, path) is not 0)];
        if (requests is null || at.All(path => Sums.Of(report, path) is null))
            yield return CannotTell(at, requests is null ? "表三有缺失或读不准的单元格" : "表四的总计缺失或读不准");
        else if (subject.Earlier?.Form is null || HasRequests(subject.Earlier) is not { } before)
            yield return CannotTell(at, "本年表三全部为 0 而表四有案件，需要上一年度报告才能核对");
        else if (!before)
            yield return Fail(at, "本年和上一年表三全部为 0，表四却有案件；请核对，确因主动公开引起的，请在文字部分说明", report[at[0]].Source);
    }

    /// <summary>Whether 表三 holds any figure above 0; null when some cells are missing and the others are 0.</summary>
    private bool? HasRequests(Report report)
    {
        bool? any = false;
        foreach (var index in _requests.GetValue(report.Form!, Bind))
        {
            ref readonly var cell = ref report[index];
            if (cell.Value is > 0)
                return true;
            if (cell is { IsUsable: false, State: not CellState.Absent })
                any = null;
        }

        return any;
    }

    private static int[] Bind(Form form) => [.. form.Cells.Where(cell => cell.Table.Key == "t3").Select(cell => cell.Index)];
}
