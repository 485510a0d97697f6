using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Remedies;

/// <summary>复议诉讼合计: the total of one block of 表四 is the sum of its four results.</summary>
public sealed class RemedyTotals : RelationRule
{
    private readonly string _row;

    private RemedyTotals(string id, string row, string title, string english)
    {
        _row = row;
        Descriptor = new RuleDescriptor(id, title, english, Severity.Error);
    }

    public override RuleDescriptor Descriptor { get; }

    public static RemedyTotals Review { get; } = new("R033", "review", "行政复议总计不等于各项之和", "The total of reconsiderations is not the sum of its results");

    public static RemedyTotals Direct { get; } = new("R034", "direct", "未经复议直接起诉总计不等于各项之和", "The total of direct suits is not the sum of their results");

    public static RemedyTotals AfterReview { get; } = new("R035", "after_review", "复议后起诉总计不等于各项之和", "The total of suits after reconsideration is not the sum of their results");

    protected override IEnumerable<Relation> In(Form form) =>
    [
        new Relation(
            Left: [form["t4"].IndexOf(_row, "total")],
            Comparison.Equal,
            Right: [.. form["t4"].Columns.Where(column => column.Key != "total").Select(column => form["t4"].IndexOf(_row, column.Key))],
            At: [$"t4.{_row}_total"],
            Otherwise: (total, sum) => $"总计为 {Wording.Figure(total)} 件，结果维持、结果纠正、其他结果、尚未审结之和为 {Wording.Figure(sum)} 件；请核对这五项"),
    ];
}
