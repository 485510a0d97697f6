using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>对外公开总数量: all documents ever opened to the public, so it does not fall. Trial form only.</summary>
public sealed class PublicTotal : SameBodyRule
{
    public override RuleDescriptor Descriptor { get; } = new("R076", "对外公开总数量比上年减少", "The total of documents open to the public has fallen", Severity.Warning);

    public override bool AppliesTo(Subject subject) => Both(subject, Form.Trial2019);

    protected override IEnumerable<Diagnostic> Compare(Report report, Report earlier) =>
        from row in report.Form!["t2.art20_1"].Rows
        let path = $"t2.art20_1.{row.Key}.public_total"
        let found = Across(report, [path], earlier, [path], (now, before) => now >= before ? null
            : $"{row.Label}，{earlier.Year}年报告对外公开总数量 {before:0.##} 件，本报告 {now:0.##} 件")
        where found is not null
        select found;
}
