using Gongkai.AnnualReports.Forms;

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
            if (cell.Value is { } value && cell.State is CellState.Value or CellState.Recovered)
                sum += value;
            else if (!IsUsable(report, index))
                return null;
        }

        return sum;
    }

    /// <summary>The sum where every cell is a whole number or a word for 0, as nearly all are; false otherwise.</summary>
    internal static bool TryWhole(long[] figures, int[] cells, out long sum)
    {
        sum = 0;
        foreach (var index in cells)
        {
            if (figures[index] == Report.NotWhole)
                return false;
            sum += figures[index];
        }

        return true;
    }

    /// <summary>One cell as a figure for comparison, under the same conditions.</summary>
    public static decimal? Of(Report report, string path) => report.Form is not null && report.Form.TryIndexOf(path, out var index) ? Of(report, [index]) : null;

    /// <summary>Names, in Chinese, the cells that stand in the way: whole rows where all of a row is in question.</summary>
    public static string WhyNot(Report report, ReadOnlySpan<int> cells)
    {
        List<FormCell> unusable = [];
        foreach (var index in cells)
        {
            if (!IsUsable(report, index))
                unusable.Add(report.Form!.Cells[index]);
        }

        List<string> names = unusable.Count <= 3
            ? [.. unusable.Select(Wording.Name)]
            : [.. unusable.Select(cell => Wording.Numbered(cell.Row)).Distinct(StringComparer.Ordinal)];
        var shown = string.Join("、", names.Take(4));
        return names.Count > 4 ? $"“{shown}”等 {unusable.Count} 个单元格缺失或读不准" : $"“{shown}”缺失或读不准";
    }

    /// <summary>True when a sum may use the cell: a figure, a word that counts as 0, or an empty total over nothing but empty cells.</summary>
    public static bool IsUsable(Report report, int index)
    {
        ref readonly var cell = ref report[index];
        return cell.State == CellState.Blank ? !IsTotalOfFigures(report, report.Form!.Cells[index]) : cell.IsUsable;
    }

    /// <summary>合计 over at least one printed figure: it must be printed too, for an empty one says nothing about the sum.</summary>
    private static bool IsTotalOfFigures(Report report, FormCell total)
    {
        var table = total.Table;
        var row = (total.Index - table.FirstCell) / table.Columns.Count;
        var column = (total.Index - table.FirstCell) % table.Columns.Count;
        if (total.Column.Key == "total")
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                if (!report[table.IndexOf(row, c)].IsWord)
                    return true;
            }
        }

        if (total.Row.Key == "handled_total")
        {
            for (var r = 0; r < table.Rows.Count; r++)
            {
                if (table.Rows[r].Group.Contains("results") && report[table.IndexOf(r, column)] is { IsWord: false, State: not CellState.Absent })
                    return true;
            }
        }

        return false;
    }
}
