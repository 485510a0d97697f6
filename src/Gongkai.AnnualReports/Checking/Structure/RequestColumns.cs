namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>表三列名: the seven columns are there, under their official names.</summary>
public sealed class RequestColumns : StructureRule
{
    public override RuleDescriptor Descriptor { get; } = new("R006", "表三的列不全或者列名不同", "Columns of table three are missing or named otherwise", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var t3 = report.Form!["t3"];
        if (IsLost(report, "t3"))
            yield break;

        for (var column = 0; column < t3.Columns.Count; column++)
        {
            if (!Any(report, t3, column))
                yield return Fail([$"t3.*.{t3.Columns[column].Key}"], $"缺少“{t3.Columns[column].Label}”一列；七列都要列出，没有的填 0", severity: SeverityFor(report));
        }

        foreach (var seen in report.Observations)
        {
            if (seen.Kind != ObservationKind.ColumnLabel || seen.At?.StartsWith("t3.*.", StringComparison.Ordinal) != true)
                continue;
            var column = t3.Columns.FirstOrDefault(own => seen.At.AsSpan(5).SequenceEqual(own.Key));
            var printed = string.Concat(seen.Text.Where(c => !char.IsWhiteSpace(c)));
            if (column is not null && column.Also.Contains(printed, StringComparer.Ordinal))
                yield return Fail([seen.At], $"列名“{printed}”应为“{column.Label}”，已按“{column.Label}”读取", seen.Place, Severity.Info, $"改为“{column.Label}”");
        }
    }

    private static bool Any(Report report, Forms.FormTable t3, int column)
    {
        for (var row = 0; row < t3.Rows.Count; row++)
        {
            if (report[t3.IndexOf(row, column)] is { State: not (CellState.Missing or CellState.Absent) } or { State: CellState.Missing, Raw: not null })
                return true;
        }

        return false;
    }
}
