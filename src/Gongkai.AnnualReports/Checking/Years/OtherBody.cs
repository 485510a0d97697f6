namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>机构沿革: last year's report is of the same body; of a merged or renamed one R073 to R079 need to know what became of what.</summary>
public sealed class OtherBody : YearToYearRule
{
    public override RuleDescriptor Descriptor { get; } = new("R080", "上年报告不是同一机关的", "The earlier report is another body's", Severity.Info);

    public override IEnumerable<Diagnostic> Check(Report report, Report earlier)
    {
        if (Succession.IsOtherBody(report, earlier))
            yield return Fail(["organ"], $"上年报告是“{earlier.Organ}”的，本报告是“{report.Organ}”的。机构改革、更名的，要有前后机关的对应关系才能跨年比较（R073至R079）");
        else if (Succession.WhyNotTheYearBefore(report, earlier) is { } why)
            yield return CannotTell(["year"], why);
    }
}
