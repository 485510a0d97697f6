using Gongkai.AnnualReports.Checking.Requests;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>表三完整: every row of 表三 is there.</summary>
public sealed class RequestRows : StructureRule
{
    public override RuleDescriptor Descriptor { get; } = new("R005", "表三缺少行", "A row of table three is missing", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        if (IsLost(report, "t3"))
        {
            yield return CannotTell(["t3"], "没有读到表三的数字；表格如为图片，请换成文字", report.Observations.FirstOrDefault(seen => seen.At is "t3" or "s3")?.Place);
            yield break;
        }

        var t3 = report.Form!["t3"];
        var asOneRow = PrintsOtherHandlingInstead(report);
        List<FormRow> run = [];
        for (var row = 0; row <= t3.Rows.Count; row++)
        {
            if (row < t3.Rows.Count && t3.Rows[row].Optional)
                continue;
            if (row < t3.Rows.Count && !IsPrinted(report, t3.IndexOf(row, 0), t3.Columns.Count, $"t3.{t3.Rows[row].Key}"))
            {
                run.Add(t3.Rows[row]);
                continue;
            }

            if (run.Count > 0)
                yield return Missing(report, run, asOneRow);
            run = [];
        }
    }

    /// <summary>Neighbouring rows that are missing together make one diagnostic.</summary>
    private Diagnostic Missing(Report report, List<FormRow> rows, bool asOneRow)
    {
        string[] at = [.. rows.Select(row => $"t3.{row.Key}")];
        return asOneRow && rows.All(RequestTable.IsPartOfOtherHandling)
            ? Fail(at, $"“（六）其他处理”印成了一行，缺少“{string.Join("”“", rows.Select(Wording.Numbered))}”；请按三种情形分行填写", report["t3.other_handling.total"].Source, SeverityFor(report))
            : Fail(at, $"缺少“{string.Join("”“", rows.Select(Wording.Numbered))}”{(rows.Count > 1 ? $"共 {rows.Count} 行" : "一行")}；没有发生的也要列出并填 0", Before(report, rows[0]), SeverityFor(report));
    }

    private static bool PrintsOtherHandlingInstead(Report report) => RequestTable.PrintsOtherHandlingAsOneRow(report);

    /// <summary>The place of the row before, below which the missing ones should stand.</summary>
    private static Gongkai.Formats.SourcePlace? Before(Report report, FormRow row)
    {
        var t3 = report.Form!["t3"];
        for (var r = t3.Rows.ToList().IndexOf(row) - 1; r >= 0; r--)
        {
            if (report[t3.IndexOf(r, 0)].Source is { } place)
                return place;
        }

        return null;
    }
}
