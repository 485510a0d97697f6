using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>每行数字个数: a row of 表三 has seven figures, a row of 表二 one per column; with fewer nobody can say which column each belongs to.</summary>
public sealed class FiguresPerRow : StructureRule
{
    public override RuleDescriptor Descriptor { get; } = new("R008", "一行数字的个数不对", "A row has the wrong number of figures", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var seen in report.Observations)
        {
            if (seen.Kind == ObservationKind.WrongNumberOfFigures && seen.At is { } at && RowAt(report.Form!, at) is { } found)
                yield return Fail([at], $"“{Wording.Numbered(found.Row)}”一行应有 {found.Table.Columns.Count} 个数字，读到“{seen.Text.Trim()}”；缺的数字不能猜，请对照原表补齐", seen.Place, SeverityFor(report));
        }

        foreach (var table in report.Form!.Tables)
        {
            if (table.Key == "t4")
                continue;
            for (var row = 0; row < table.Rows.Count; row++)
            {
                if (Missing(report, table, row) is (> 0 and var missing) && missing < table.Columns.Count && !IsSeen(report, $"{table.Key}.{table.Rows[row].Key}"))
                {
                    yield return Fail(
                        [$"{table.Key}.{table.Rows[row].Key}"],
                        $"“{Wording.Numbered(table.Rows[row])}”一行应有 {table.Columns.Count} 个数字，缺 {missing} 个；请补齐",
                        report[table.IndexOf(row, 0)].Source,
                        SeverityFor(report));
                }
            }
        }
    }

    private static bool IsSeen(Report report, string at) => report.Observations.Any(seen => seen.Kind == ObservationKind.WrongNumberOfFigures && seen.At == at);

    private static int Missing(Report report, FormTable table, int row)
    {
        var missing = 0;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (report[table.IndexOf(row, column)].State == CellState.Missing)
                missing++;
        }

        return missing;
    }

    private static (FormTable Table, FormRow Row)? RowAt(Form form, string at)
    {
        foreach (var table in form.Tables)
        {
            if (table.Key == "t4" || !at.StartsWith(table.Key + ".", StringComparison.Ordinal))
                continue;
            if (table.Rows.FirstOrDefault(row => at.AsSpan(table.Key.Length + 1).SequenceEqual(row.Key)) is { } row)
                return (table, row);
        }

        return null;
    }
}
