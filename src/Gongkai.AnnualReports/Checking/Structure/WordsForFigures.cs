using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>空格、无、斜线: they count as 0, but a report writes 0. One diagnostic per sub-table or row, one per table when it is full of them.</summary>
public sealed class WordsForFigures : ReportRule
{
    /// <summary>From this many rows of one table on they share one diagnostic.</summary>
    private const int ManyRows = 4;

    public override RuleDescriptor Descriptor { get; } = new("R012", "数字格里不是数字", "Blanks, 无 or slashes in cells for figures", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        foreach (var table in report.Form!.Tables)
        {
            List<List<int>>? rows = null;
            for (var row = 0; row < table.Rows.Count; row++)
            {
                List<int>? words = null;
                for (var column = 0; column < table.Columns.Count; column++)
                {
                    if (report[table.IndexOf(row, column)].IsWord)
                        (words ??= []).Add(table.IndexOf(row, column));
                }

                if (words is not null)
                    (rows ??= []).Add(words);
            }

            if (rows is null)
                continue;
            if (table.Key.StartsWith("t2.", StringComparison.Ordinal) || rows.Count >= ManyRows)
                rows = [[.. rows.SelectMany(row => row)]];
            foreach (var cells in rows)
                (found ??= []).Add(Words(report, table, cells));
        }

        return found ?? [];
    }

    private Diagnostic Words(Report report, FormTable table, List<int> cells)
    {
        var kinds = string.Join("、", cells.Select(index => Say(report[index])).Distinct(StringComparer.Ordinal));
        var names = cells.Select(index => Wording.Name(report.Form!.Cells[index])).ToList();
        var unusable = cells.Where(index => !Sums.IsUsable(report, index)).ToList();
        var where = table.Key.StartsWith("t2.", StringComparison.Ordinal) ? $"表二“{table.Caption}”" : Wording.Table(table);
        var message = unusable.Count == cells.Count
            ? $"{where}的{Wording.List(names)}是{kinds}，合计不能按 0 计；请填写合计数"
            : $"{where}的{Wording.List(names)}是{kinds}，按 0 计{(unusable.Count > 0 ? $"（其中 {unusable.Count} 个合计不能按 0 计）" : "")}；没有发生的请填 0";
        return Fail([.. cells.Select(index => report.Form!.Cells[index].Path)], message, report[cells[0]].Source);
    }

    private static string Say(Cell cell) => cell.State switch
    {
        CellState.Blank => "空格",
        CellState.WordNone => $"“{cell.Raw?.Trim() ?? "无"}”",
        _ => $"“{cell.Raw?.Trim() ?? "/"}”",
    };
}
