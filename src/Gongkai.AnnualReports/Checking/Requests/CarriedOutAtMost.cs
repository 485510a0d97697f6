using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>结转上限: no more can be carried to the next year than came in.</summary>
public sealed class CarriedOutAtMost : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R026", "结转下年度多于收到数", "More carried out than received and carried in", Severity.Error);

    protected override IEnumerable<Relation> In(Form form) =>
        from column in form["t3"].Columns
        select new Relation(
            Left: [form["t3"].IndexOf("carried_out", column.Key)],
            Comparison.AtMost,
            Right: [form["t3"].IndexOf("received_new", column.Key), form["t3"].IndexOf("carried_in", column.Key)],
            At: [$"t3.carried_out.{column.Key}"],
            Otherwise: (carried, came) => $"{column.Label}，结转下年度 {Wording.Figure(carried)} 件，多于新收与上年结转之和 {Wording.Figure(came)} 件；请核对结转数");
}
