namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>收费通知说明: who counts requests as closed for an unpaid fee has issued fee notices, and section six says so.</summary>
public sealed class UnpaidFeesExplained : ReportRule
{
    private static readonly string[] s_words = ["处理费", "收费", "缴费", "缴纳费", "费用"];

    public override RuleDescriptor Descriptor { get; } = new("R030", "逾期未缴费却没有说明收费通知", "Requests closed for unpaid fees, but section six is silent on fees", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Form?.Find("t3.other_fee_unpaid.total") is not null;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        const string Cell = "t3.other_fee_unpaid.total";
        if (Sums.Of(report, Cell) is not { } unpaid)
        {
            // One row for 其他处理 with nothing in it leaves nothing unpaid either.
            if (Sums.Of(report, "t3.other_handling.total") != 0)
                yield return CannotTell([Cell], $"“{Wording.Name(report.Form!.Find(Cell)!)}”缺失或读不准");
            yield break;
        }

        if (unpaid <= 0)
            yield break;
        if (report.Narrative["s6"] is not { } section)
            yield return CannotTell([Cell, "s6"], "没有读到“六、其他需要报告的事项”的文字");
        else if (!s_words.Any(word => section.Text.Contains(word, StringComparison.Ordinal)))
            yield return Fail([Cell, "s6"], $"表三有 {Wording.Figure(unpaid)} 件申请因逾期未缴费不再处理，“六、其他需要报告的事项”没有提到发出收费通知和收取信息处理费的情况；请补写", report[Cell].Source);
    }
}
