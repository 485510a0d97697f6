using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>表二完整: every sub-table and row of 表二 is there.</summary>
public sealed class DisclosureRows : StructureRule
{
    public override RuleDescriptor Descriptor { get; } = new("R004", "表二缺少子表或者行", "A sub-table or row of table two is missing", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        if (IsLost(report, "t2"))
        {
            yield return CannotTell(["t2"], "没有读到表二的数字；表格如为图片，请换成文字", Place(report, "t2"));
            yield break;
        }

        foreach (var table in report.Form!.Tables)
        {
            if (!table.Key.StartsWith("t2.", StringComparison.Ordinal))
                continue;
            List<FormRow>? missing = null;
            for (var row = 0; row < table.Rows.Count; row++)
            {
                if (!IsPrinted(report, table.IndexOf(row, 0), table.Columns.Count, $"{table.Key}.{table.Rows[row].Key}"))
                    (missing ??= []).Add(table.Rows[row]);
            }

            if (missing is null)
                continue;
            if (missing.Count == table.Rows.Count && !report.Observations.Any(seen => seen.Kind == ObservationKind.SubTable && seen.At == table.Key))
                yield return Fail([table.Key], $"缺少“{table.Caption}”一表；没有发生的也要列出并填 0", Place(report, "t2"), SeverityFor(report));
            else
                yield return Fail([.. missing.Select(row => $"{table.Key}.{row.Key}")], $"“{table.Caption}”缺少“{string.Join("”“", missing.Select(row => row.Label))}”一行；没有发生的也要列出并填 0", Place(report, table.Key), SeverityFor(report));
        }
    }

    private static Gongkai.Formats.SourcePlace? Place(Report report, string table) =>
        report.Observations.FirstOrDefault(seen => seen.At == table || (table == "t2" && seen.At == "s2"))?.Place;
}
