namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>金额单位: the form of 2021 asks for 万元 without a unit in the cell; the trial form leaves the unit open, so the cell must say it.</summary>
public sealed class AmountUnits : ReportRule
{
    private const string Fee = "t2.art20_8.admin_fees.fee_amount_wan";
    private const string Procurement = "t2.art20_9.centralized_procurement.procurement_amount";

    public override RuleDescriptor Descriptor { get; } = new("R014", "金额单位不规范", "The unit of an amount is missing or not the form's", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        if (report[Fee] is { Value: { } fee, Raw: { } feeRaw } && feeRaw.Contains('元', StringComparison.Ordinal))
            yield return FailAt(report, Fee, $"收费金额写作“{feeRaw.Trim()}”，已按 {Wording.Figure(fee)} 万元读取；这一栏单位是万元，只写数字", suggestion: $"改为 {Wording.Figure(fee)}");

        if (report[Procurement] is not { Value: { } amount, Raw: { } raw } || amount == 0)
            yield break;
        if (raw.Contains('万', StringComparison.Ordinal))
            yield return FailAt(report, Procurement, $"采购总金额“{raw.Trim()}”按 {Wording.Figure(amount)} 元计入", Severity.Info);
        else if (!raw.Contains('元', StringComparison.Ordinal) && !HeaderHasUnit(report))
            yield return FailAt(report, Procurement, $"采购总金额“{raw.Trim()}”没有写单位，暂按元计；请注明元或者万元");
    }

    private static bool HeaderHasUnit(Report report) =>
        report.Observations.Any(seen => seen.Kind == ObservationKind.ColumnLabel && seen.At == "t2.art20_9.*.procurement_amount" && seen.Text.Contains('元', StringComparison.Ordinal));
}
