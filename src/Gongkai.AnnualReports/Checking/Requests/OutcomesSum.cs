using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>办理结果合计: （七）总计 is the sum of all outcome rows, for each class of applicant.</summary>
public sealed class OutcomesSum : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R022", "办理结果总计不等于各项之和", "The total of outcomes is not the sum of its rows", Severity.Error);

    protected override IEnumerable<Relation> In(Form form) => RequestTable.Classes(form["t3"]).Select(column => Of(form["t3"], column));

    /// <summary>The relation of one column; where the three rows of 其他处理 are missing, the single row that some reports print stands for them.</summary>
    internal static Relation Of(FormTable t3, FormColumn column)
    {
        var rows = RequestTable.Outcomes(t3).ToList();
        var relation = Over(rows.Select(row => row.Key));
        return rows.Any(RequestTable.IsPartOfOtherHandling)
            ? relation with { Instead = Over(rows.Where(row => !RequestTable.IsPartOfOtherHandling(row)).Select(row => row.Key).Append("other_handling")) }
            : relation;

        Relation Over(IEnumerable<string> outcomes) => new(
            Left: [t3.IndexOf("handled_total", column.Key)],
            Comparison.Equal,
            Right: [.. outcomes.Select(row => t3.IndexOf(row, column.Key))],
            At: [$"t3.handled_total.{column.Key}"],
            Otherwise: (total, sum) => $"{column.Label}，（七）总计为 {Wording.Figure(total)} 件，（一）至（六）各项之和为 {Wording.Figure(sum)} 件；请核对漏加、重复或者填错行的结果");
    }
}
