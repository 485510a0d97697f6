namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>表四完整: fifteen figures in three blocks under their header.</summary>
public sealed class RemedyCells : StructureRule
{
    public override RuleDescriptor Descriptor { get; } = new("R007", "表四不完整", "Table four is incomplete", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var t4 = report.Form!["t4"];
        var wrongNumber = report.Observations.FirstOrDefault(seen => seen.Kind == ObservationKind.WrongNumberOfFigures && IsFour(seen));
        if (wrongNumber is not null)
        {
            yield return Fail(["t4"], $"表四应有 15 个数字（行政复议 5 个，行政诉讼两栏各 5 个），读到“{wrongNumber.Text.Trim()}”；请补全", wrongNumber.Place, SeverityFor(report));
            yield break;
        }

        if (IsLost(report, "t4"))
        {
            yield return CannotTell(["t4"], "没有读到表四的数字；表格如为图片，请换成文字", report.Observations.FirstOrDefault(seen => seen.At is "t4" or "s4")?.Place);
            yield break;
        }

        List<string> missing = [];
        for (var i = t4.FirstCell; i < t4.FirstCell + (t4.Rows.Count * t4.Columns.Count); i++)
        {
            if (report[i].State == CellState.Missing)
                missing.Add(report.Form.Cells[i].Path);
        }

        if (missing.Count > 0)
        {
            yield return Fail(missing, $"表四应有 15 个数字，缺少{Wording.List([.. missing.Select(path => Wording.Name(report.Form.Find(path)!))])}", report[missing[0]].Source, SeverityFor(report));
            yield break;
        }

        // Where even the heading is gone, the figures stand bare, told only by their number and order.
        if (report.Observations.Count > 0 && !report.Observations.Any(seen => IsFour(seen) || seen is { Kind: ObservationKind.SectionHeading, At: "s4" }))
            yield return Fail(["t4"], "表四只有 15 个数字，没有标题和表头；请按格式补上“行政复议”“未经复议直接起诉”“复议后起诉”三栏的表头", report[t4.FirstCell].Source, SeverityFor(report));
    }

    private static bool IsFour(Observation seen) =>
        seen.At is { } at && (at == "t4" || at.StartsWith("t4.", StringComparison.Ordinal)) && seen.Kind is ObservationKind.RowLabel or ObservationKind.ColumnLabel or ObservationKind.WrongNumberOfFigures;
}
