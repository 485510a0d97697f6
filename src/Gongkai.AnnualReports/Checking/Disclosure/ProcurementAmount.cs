namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>政府采购 (trial form): items and amount are both nothing or both something.</summary>
public sealed class ProcurementAmount : ReportRule
{
    private const string Items = "t2.art20_9.centralized_procurement.procurement_items";
    private const string Amount = "t2.art20_9.centralized_procurement.procurement_amount";

    public override RuleDescriptor Descriptor { get; } = new("R044", "采购项目数量与金额不一致", "Procurement items and amount do not go together", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Form?.Find(Amount) is not null;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        if (Sums.Of(report, Items) is not { } items || Sums.Of(report, Amount) is not { } amount)
            yield return CannotTell([Amount, Items], Sums.WhyNot(report, [report.Form!.IndexOf(Items), report.Form.IndexOf(Amount)]));
        else if (items == 0 && amount != 0)
            yield return Fail([Amount, Items], $"采购项目数量为 0，采购总金额为 {Wording.Figure(amount)} 元；请核对项目数量", report[Items].Source);
        else if (items != 0 && amount == 0)
            yield return Fail([Amount, Items], $"采购项目数量为 {Wording.Figure(items)}，采购总金额为 0；请核对金额", report[Amount].Source);
    }
}
