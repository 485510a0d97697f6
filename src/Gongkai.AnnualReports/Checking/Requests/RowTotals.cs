using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>行合计: the total of a row is the sum of the six classes of applicants.</summary>
public sealed class RowTotals : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R023", "行总计不等于各类申请人之和", "A row's total is not the sum of the six applicant classes", Severity.Error);

    protected override IEnumerable<Relation> In(Form form) =>
        from row in form["t3"].Rows
        select new Relation(
            Left: [form["t3"].IndexOf(row.Key, "total")],
            Comparison.Equal,
            Right: [.. RequestTable.Classes(form["t3"]).Select(column => form["t3"].IndexOf(row.Key, column.Key))],
            At: [$"t3.{row.Key}.total"],
            Otherwise: (total, sum) => $"“{Wording.Numbered(row)}”一行，总计为 {Wording.Figure(total)} 件，六类申请人之和为 {Wording.Figure(sum)} 件；请核对本行各数");

    /// <summary>Of one row and three rows for 其他处理 only those printed are looked at; R005 speaks of the others.</summary>
    protected override bool Concerns(Relation relation, Report report)
    {
        var row = report.Form!.Cells[relation.Left[0]].Row;
        return !(row.Optional && report[relation.Left[0]].State == CellState.Absent)
            && !(RequestTable.IsPartOfOtherHandling(row) && RequestTable.PrintsOtherHandlingAsOneRow(report));
    }
}
