using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>上一年项目数量: in the trial form, last year's number of items with last year's change.</summary>
public sealed class ItemsOfYearBefore : SameBodyRule
{
    public override RuleDescriptor Descriptor { get; } = new("R075", "上一年项目数量与上年报告不符", "Items of the year before differ from the earlier report", Severity.Warning);

    public override bool AppliesTo(Subject subject) => Both(subject, Form.Trial2019);

    protected override IEnumerable<Diagnostic> Compare(Report report, Report earlier) =>
        from table in report.Form!.Tables
        where table.Columns.Any(column => column.Key == "prior_year_items")
        from row in table.Rows
        let at = $"{table.Key}.{row.Key}"
        let found = Across(
            report, [$"{at}.prior_year_items"],
            earlier, [$"{at}.prior_year_items", $"{at}.items_change"],
            (stated, expected) => stated == expected ? null
                : $"{row.Label}，按{earlier.Year}年报告（上一年项目数量与本年增/减之和）年末为 {expected:0.##} 项，本报告上一年项目数量是 {stated:0.##} 项")
        where found is not null
        select found;
}
