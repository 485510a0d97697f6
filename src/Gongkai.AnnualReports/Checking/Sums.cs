namespace Gongkai.AnnualReports.Checking;

/// <summary>求和: sums of cells that know when they cannot be told.</summary>
public static class Sums
{
    /// <summary>The sum, or null when a cell is missing, ambiguous or a blank total (总计 left empty).</summary>
    public static decimal? Of(Report report, ReadOnlySpan<int> cells)
    {
        var sum = 0m;
        foreach (var index in cells)
        {
            ref readonly var cell = ref report[index];
            if (!IsUsable(report, index))
                return null;
            sum += cell.Value ?? 0;
        }

        return sum;
    }

    /// <summary>One cell as a figure for comparison, under the same conditions.</summary>
    public static decimal? Of(Report report, string path) => report.Form is not null && report.Form.TryIndexOf(path, out var index) ? Of(report, [index]) : null;

    /// <summary>Names, in Chinese, the cells that stand in the way.</summary>
    public static string WhyNot(Report report, ReadOnlySpan<int> cells)
    {
        List<string> names = [];
        foreach (var index in cells)
        {
            if (!IsUsable(report, index))
                names.Add(report.Form!.Cells[index].Name);
        }

        var shown = string.Join("、", names.Take(3));
        return names.Count > 3 ? $"“{shown}”等 {names.Count} 个单元格缺失或读不准" : $"“{shown}”缺失或读不准";
    }

    private static bool IsUsable(Report report, int index)
    {
        ref readonly var cell = ref report[index];
        return cell.IsUsable && !(cell.State == CellState.Blank && report.Form!.Cells[index].Column.Key == "total");
    }
}
