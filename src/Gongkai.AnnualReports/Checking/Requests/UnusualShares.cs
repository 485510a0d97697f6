namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>占比偏高提示: refusals for secrecy or legal prohibition, or 其他处理, with an unusual share of all outcomes prompt a second look.</summary>
public sealed class UnusualShares : ReportRule
{
    private const decimal Share = 0.3m;

    /// <summary>其他处理 is looked into when its count is high (国办公开办函〔2019〕60号), so a share of a few does not count.</summary>
    private const int ManyOthers = 5;

    private static readonly string[] s_refused = ["refused_state_secret", "refused_prohibited_by_law"];
    private static readonly string[] s_other = ["other_handling", "other_misc"];

    public override RuleDescriptor Descriptor { get; } = new("R032", "某类办理结果占比偏高", "An unusual share of one kind of outcome", Severity.Info);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        if (Sums.Of(report, "t3.handled_total.total") is not { } handled)
        {
            yield return CannotTell(["t3.handled_total.total"], "（七）总计缺失或读不准");
            yield break;
        }

        if (handled <= 0)
            yield break;

        var others = s_other.Where(row => Sums.Of(report, $"t3.{row}.total") >= ManyOthers);
        foreach (var row in s_refused.Concat(others))
        {
            var path = $"t3.{row}.total";
            if (Sums.Of(report, path) is { } count && count / handled > Share)
                yield return FailAt(report, path, $"“{Wording.Numbered(report.Form!.Find(path)!.Row)}”{Wording.Figure(count)} 件，占办结总数 {Wording.Figure(handled)} 件的 {Math.Round(100 * count / handled)}%，明显偏高；请逐件复核适用的情形，必要时在文字部分说明");
        }
    }
}
