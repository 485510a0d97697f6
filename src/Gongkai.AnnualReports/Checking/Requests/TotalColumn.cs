using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>总计列: R021 and R022 hold in the total column by itself, whatever the classes say.</summary>
public sealed class TotalColumn : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R024", "总计列勾稽不符", "The total column does not balance by itself", Severity.Error);

    protected override IEnumerable<Relation> In(Form form)
    {
        var t3 = form["t3"];
        yield return RequestsBalance.Of(t3, t3.Column("total"));
        yield return OutcomesSum.Of(t3, t3.Column("total"));
    }
}
