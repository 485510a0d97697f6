namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>正负号: only 本年增/减 carries a sign.</summary>
public sealed class SignsOutOfPlace : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R015", "不该有正负号的格里有正负号", "A sign stands in a column that has none", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        var kinds = CellKinds.Of(report.Form!);
        for (var i = 0; i < report.Cells.Length; i++)
        {
            ref readonly var own = ref report[i];
            if (kinds.IsSigned[i] || own.Value is not { } value || (value >= 0 && !(own.State == CellState.Value && StartsWithSign(own.Raw))))
                continue;
            var cell = report.Form!.Cells[i];
            (found ??= []).Add(FailAt(report, cell.Path, $"“{Wording.Name(cell)}”写作“{own.Raw?.Trim() ?? Wording.Figure(value)}”，只有试行格式的“本年增/减”可以带正负号；请填实际数量"));
        }

        return found ?? [];
    }

    private static bool StartsWithSign(string? raw)
    {
        var trimmed = raw.AsSpan().Trim();
        return trimmed.Length > 1 && trimmed[0] is '+' or '＋' or '-' or '－' or '−' or '—';
    }
}
