namespace Gongkai.AnnualReports.Checking.Remedies;

/// <summary>复议后起诉而无复议: a suit after reconsideration needs a reconsideration in this year or the year before.</summary>
public sealed class SuitsAfterReview : Rule
{
    private static readonly string[] s_at = ["t4.after_review_total", "t4.review_total"];

    public override RuleDescriptor Descriptor { get; } = new("R036", "有复议后起诉却没有行政复议", "Suits after reconsideration without any reconsideration", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        var report = subject.Report;
        if (Sums.Of(report, s_at[0]) is not { } suits || (suits > 0 && Sums.Of(report, s_at[1]) is null))
        {
            yield return CannotTell(s_at, Sums.WhyNot(report, [.. s_at.Select(report.Form!.IndexOf)]));
            yield break;
        }

        if (suits <= 0 || Sums.Of(report, s_at[1]) > 0)
            yield break;
        if (subject.Earlier?.Form is null || Sums.Of(subject.Earlier, s_at[1]) is not { } before)
            yield return CannotTell(s_at, $"复议后起诉 {Wording.Figure(suits)} 件，本年没有行政复议，需要上一年度报告才能核对");
        else if (before == 0)
            yield return Fail(s_at, $"复议后起诉 {Wording.Figure(suits)} 件，但本年和上一年都没有行政复议；请核对是否应填入“未经复议直接起诉”，或者漏填行政复议", report[s_at[0]].Source);
    }
}
