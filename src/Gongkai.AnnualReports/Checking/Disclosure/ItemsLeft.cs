using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>项目增减 (trial form): no more items can be taken away than there were.</summary>
public sealed class ItemsLeft : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R042", "减少的项目多于上一年项目", "More items taken away than there were", Severity.Error);

    protected override IEnumerable<Relation> In(Form form) =>
        from table in form.Tables
        where table.Has("items_change")
        from row in table.Rows
        select new Relation(
            Left: [table.IndexOf(row.Key, "prior_year_items"), table.IndexOf(row.Key, "items_change")],
            Comparison.AtLeast,
            Right: [],
            At: [$"{table.Key}.{row.Key}.items_change", $"{table.Key}.{row.Key}.prior_year_items"],
            Otherwise: (left, _) => $"{row.Label}，上一年项目数量加本年增减为 {Wording.Figure(left)}，不应小于 0；请核对增减的符号和上一年项目数量");
}
