using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>制发与有效 (form of 2021): what was issued in the year is in force or has been repealed in it.</summary>
public sealed class DocumentsInForce : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R039", "制发件数多于有效与废止之和", "More documents issued than are in force or repealed", Severity.Warning);

    protected override IEnumerable<Relation> In(Form form) =>
        from row in form["t2.art20_1"].Rows
        where form["t2.art20_1"].Has("in_force")
        select new Relation(
            Left: [form["t2.art20_1"].IndexOf(row.Key, "issued_this_year")],
            Comparison.AtMost,
            Right: [form["t2.art20_1"].IndexOf(row.Key, "in_force"), form["t2.art20_1"].IndexOf(row.Key, "repealed_this_year")],
            At: [$"t2.art20_1.{row.Key}.in_force", $"t2.art20_1.{row.Key}.issued_this_year", $"t2.art20_1.{row.Key}.repealed_this_year"],
            Otherwise: (issued, there) => $"{row.Label}，本年制发 {Wording.Figure(issued)} 件，现行有效与本年废止合计只有 {Wording.Figure(there)} 件；请核对现行有效件数（截至12月31日，含往年制发）");
}
