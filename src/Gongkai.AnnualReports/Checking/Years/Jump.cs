using Gongkai.AnnualReports.Comparing;

namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>大起大落: a total that is more than five times, or less than a fifth of, last year's and differs by more than ten.</summary>
/// <remarks>Only totals are looked at: a jump in one cell of a row is seen in the row's total or is noise.</remarks>
public sealed class Jump : SameBodyRule
{
    private static readonly string[] s_totals =
    [
        "t2.art20_1.normative_documents.issued_this_year", "t2.art20_1.normative_documents.in_force",
        "t2.art20_5.admin_licensing.decisions", "t2.art20_6.admin_penalty.decisions", "t2.art20_6.admin_coercion.decisions",
        "t2.art20_8.admin_fees.fee_amount_wan",
        "t3.received_new.total", "t3.handled_total.total", "t3.carried_out.total",
        "t4.review_total", "t4.direct_total", "t4.after_review_total",
    ];

    public override RuleDescriptor Descriptor { get; } = new("R078", "与上年相差悬殊", "A total differs widely from the year before", Severity.Warning);

    protected override IEnumerable<Diagnostic> Compare(Report report, Report earlier) =>
        from path in s_totals
        where ComparableCells.MeanTheSame(report.Form!, earlier.Form!, path)
        let cell = report.Form!.Find(path)
        let found = Across(report, [path], earlier, [path], (now, before) => IsOrdinary(now, before) ? null
            : $"{Name(cell)}，{earlier.Year}年 {before:0.######} {cell.Unit}，本年 {now:0.######} {cell.Unit}，请核实；情况属实的，在总体情况中说明原因")
        where found is not null
        select found;

    private static bool IsOrdinary(decimal now, decimal before) =>
        Math.Abs(now - before) <= 10 || (now <= before * 5 && now * 5 >= before);

    private static string Name(Forms.FormCell cell) =>
        cell.Table.Key == "t3" ? cell.Row.Label : cell.Name;
}
