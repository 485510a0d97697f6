using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>勾稽关系: 本年新收 + 上年结转 = 办理结果总计 + 结转下年度, for each class of applicant and in both editions.</summary>
public sealed class RequestsBalance : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R021", "申请数量收支不平", "Requests received and carried in do not equal those handled and carried out", Severity.Error);

    protected override IEnumerable<Relation> In(Form form) => RequestTable.Classes(form["t3"]).Select(column => Of(form["t3"], column));

    internal static Relation Of(FormTable t3, FormColumn column) => new(
        Left: [t3.IndexOf("received_new", column.Key), t3.IndexOf("carried_in", column.Key)],
        Comparison.Equal,
        Right: [t3.IndexOf("handled_total", column.Key), t3.IndexOf("carried_out", column.Key)],
        At: [$"t3.carried_out.{column.Key}"],
        Otherwise: (came, went) => $"{column.Label}，新收与上年结转共 {Wording.Figure(came)} 件，办结与结转下年度共 {Wording.Figure(went)} 件；请核对这四项");
}
