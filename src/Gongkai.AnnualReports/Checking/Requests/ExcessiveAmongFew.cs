namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>大量反复申请与申请总数: 大量反复 is hard to believe where there were only a few requests in all.</summary>
public sealed class ExcessiveAmongFew : ReportRule
{
    /// <summary>From this many requests on the word 大量 is possible.</summary>
    private const int Few = 10;

    private static readonly string[] s_came = ["t3.received_new.total", "t3.carried_in.total"];

    public override RuleDescriptor Descriptor { get; } = new("R031", "申请很少却有大量反复申请", "Excessive repeated requests in a year with very few requests", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        const string Cell = "t3.not_processed_excessive.total";
        if (Sums.Of(report, Cell) is not { } excessive)
        {
            yield return CannotTell([Cell], $"“{Wording.Name(report.Form!.Find(Cell)!)}”缺失或读不准");
            yield break;
        }

        if (excessive <= 0)
            yield break;
        if (Sums.Of(report, s_came[0]) + Sums.Of(report, s_came[1]) is not { } came)
            yield return CannotTell([Cell, .. s_came], "新收或者上年结转的总计缺失或读不准");
        else if (came < Few)
            yield return Fail([Cell, .. s_came], $"全年新收与上年结转共 {Wording.Figure(came)} 件，其中 {Wording.Figure(excessive)} 件按“无正当理由大量反复申请”不予处理；请核对是否应计入“重复申请”等其他情形", report[Cell].Source);
    }
}
