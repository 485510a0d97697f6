using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>现行有效件数: last year's, plus what was issued, less what was repealed. Only the form of 2021 has the three columns.</summary>
public sealed class DocumentsInForce : SameBodyRule
{
    public override RuleDescriptor Descriptor { get; } = new("R074", "现行有效件数与上年不衔接", "Documents in force do not follow from the earlier report", Severity.Warning);

    public override bool AppliesTo(Subject subject) => Both(subject, Form.F2021);

    protected override IEnumerable<Diagnostic> Compare(Report report, Report earlier)
    {
        foreach (var row in report.Form!["t2.art20_1"].Rows)
        {
            var at = $"t2.art20_1.{row.Key}";
            var issued = report[$"{at}.issued_this_year"].Value ?? 0;
            var repealed = report[$"{at}.repealed_this_year"].Value ?? 0;

            // In force + repealed = last year's in force + issued, which keeps every cell on a side where it is added.
            var found = Across(
                report, [$"{at}.in_force", $"{at}.repealed_this_year", $"{at}.issued_this_year"],
                earlier, [$"{at}.in_force"],
                (sum, before) => sum - issued == before + issued ? null
                    : $"{row.Label}，{earlier.Year}年末现行有效 {before:0.##} 件，本年制发 {issued:0.##} 件、废止 {repealed:0.##} 件，应为 {before + issued - repealed:0.##} 件，表中是 {sum - issued - repealed:0.##} 件");
            if (found is not null)
                yield return found;
        }
    }
}
