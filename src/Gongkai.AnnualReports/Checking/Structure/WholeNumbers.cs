namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>件数: counts are whole numbers from 0.</summary>
public sealed class WholeNumbers : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R011", "件数不是不小于0的整数", "A count is not a whole number from 0", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        var kinds = CellKinds.Of(report.Form!);
        for (var i = 0; i < report.Cells.Length; i++)
        {
            if (report[i].Value is not { } value || value == 0 || kinds.IsAmount[i])
                continue;
            var isWhole = value == decimal.Truncate(value);
            if (isWhole && (value > 0 || kinds.IsSigned[i]))
                continue;

            var cell = report.Form!.Cells[i];
            (found ??= []).Add(FailAt(report, cell.Path, isWhole
                ? $"“{Wording.Name(cell)}”为 {Wording.Figure(value)}，件数不能小于 0"
                : $"“{Wording.Name(cell)}”为 {Wording.Figure(value)}，件数应当是整数"));
        }

        return found ?? [];
    }
}
