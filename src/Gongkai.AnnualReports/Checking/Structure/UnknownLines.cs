namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>格式外的行列: rows, columns and tables that the form does not know; their figures are not read.</summary>
public sealed class UnknownLines : StructureRule
{
    public override RuleDescriptor Descriptor { get; } = new("R010", "有格式以外的行、列或者表", "Rows, columns or tables that the form does not have", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var seen in report.Observations)
        {
            var words = seen.Text.Trim();
            if (seen.Kind == ObservationKind.UnknownRow)
                yield return Fail([seen.At ?? "tables"], $"“{words}”不是格式中的行，其数字没有读入；请并入格式中的行，或者在“其他需要报告的事项”中说明", seen.Place);
            else if (seen.Kind == ObservationKind.UnknownColumn)
                yield return Fail([seen.At ?? "tables"], $"“{words}”不是格式中的列，其数字没有读入；请删去或者并入格式中的列", seen.Place);
            else if (seen.Kind == ObservationKind.SecondTable)
                yield return Fail([seen.At ?? "tables"], "同样的表又出现一次，后一张的数字没有读入；请只保留一张", seen.Place);
        }
    }
}
