namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>收费金额单位 (form of 2021): a whole figure more than a hundred times last year's was probably written in yuan.</summary>
public sealed class FeeLooksLikeYuan : YearToYearRule
{
    private const string Cell = "t2.art20_8.admin_fees.fee_amount_wan";
    private const int Times = 100;

    public override RuleDescriptor Descriptor { get; } = new("R045", "收费金额像是以元为单位", "The fee amount looks like yuan, not ten thousand yuan", Severity.Warning);

    public override bool AppliesTo(Subject subject) => base.AppliesTo(subject) && subject.Report.Form!.Find(Cell) is not null && subject.Earlier!.Form!.Find(Cell) is not null;

    public override IEnumerable<Diagnostic> Check(Report report, Report earlier)
    {
        if (Sums.Of(report, Cell) is not { } now || Sums.Of(earlier, Cell) is not { } before)
            yield return CannotTell([Cell], "本年或者上一年的收费金额缺失或读不准");
        else if (before > 0 && now > Times * before && now == Math.Truncate(now))
            yield return FailAt(report, Cell, $"本年 {Wording.Figure(now)} 万元，是上一年 {Wording.Figure(before)} 万元的 {Math.Round(now / before)} 倍；表中单位是万元，请核对", suggestion: $"如为 {Wording.Figure(now)} 元，应填 {Wording.Figure(now / 10000)}");
    }
}
