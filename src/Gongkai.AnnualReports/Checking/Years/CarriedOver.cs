namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>上年结转: what last year's report carried out is what this year's carries in, in every column.</summary>
public sealed class CarriedOver : SameBodyRule
{
    public override RuleDescriptor Descriptor { get; } = new("R073", "上年结转与上年报告不符", "Requests carried in differ from those the earlier report carried out", Severity.Error);

    protected override IEnumerable<Diagnostic> Compare(Report report, Report earlier) =>
        from column in report.Form!["t3"].Columns
        let found = Across(
            report, [$"t3.carried_in.{column.Key}"],
            earlier, [$"t3.carried_out.{column.Key}"],
            (carriedIn, carriedOut) => carriedIn == carriedOut ? null
                : $"{column.Label}，{earlier.Year}年报告结转下年度 {carriedOut:0.##} 件，本报告上年结转 {carriedIn:0.##} 件")
        where found is not null
        select found;
}
