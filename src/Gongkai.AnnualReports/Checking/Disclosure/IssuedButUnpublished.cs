using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>制作未公开 (trial form): rules and normative documents are published, so fewer published than made must be explained.</summary>
public sealed class IssuedButUnpublished : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R041", "新公开数量少于新制作数量", "Fewer documents published than made", Severity.Warning);

    protected override IEnumerable<Relation> In(Form form) =>
        from row in form["t2.art20_1"].Rows
        where form["t2.art20_1"].Has("published_this_year")
        select new Relation(
            Left: [form["t2.art20_1"].IndexOf(row.Key, "published_this_year")],
            Comparison.AtLeast,
            Right: [form["t2.art20_1"].IndexOf(row.Key, "issued_this_year")],
            At: [$"t2.art20_1.{row.Key}.published_this_year", $"t2.art20_1.{row.Key}.issued_this_year"],
            Otherwise: (published, issued) => $"{row.Label}，本年新制作 {Wording.Figure(issued)} 件，新公开 {Wording.Figure(published)} 件，有 {Wording.Figure(issued - published)} 件没有公开；请核对，确未公开的应当公开或者说明理由");
}
