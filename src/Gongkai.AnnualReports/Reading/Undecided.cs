using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>
/// 列间判定: rows with several readings are decided by the column relations (first plus second item equal third plus fourth; results add up
/// to their total), and only where every solution agrees.
/// </summary>
internal static class Undecided
{
    private const int MostSteps = 200_000;

    public static void Resolve(FormFiller filler, FormTable t3)
    {
        if (filler.Undecided.Count == 0 || Rows(filler, t3) is not { } rows)
            return;

        var open = filler.Undecided.Keys.Order().ToArray();
        var readings = open.Select(first => filler.Undecided[first]).ToArray();
        if (readings.Aggregate(1.0, (product, list) => product * list.Count) > MostSteps)
            return;

        var solutions = new List<int[]>();
        var choice = new int[open.Length];
        do
        {
            if (Holds(filler, rows, open, readings, choice))
                solutions.Add([.. choice]);
        }
        while (Next(choice, readings));

        if (solutions.Count == 0)
            return;
        for (var r = 0; r < open.Length; r++)
        {
            var left = solutions.Select(solution => readings[r][solution[r]]).DistinctBy(reading => string.Join(',', reading)).ToList();
            if (left.Count != 1)
                continue;
            var cell = filler.Cells[open[r]];
            filler.Recovered(open[r], left[0], cell.Raw ?? "", cell.Source, $"{cell.Note}；按各列勾稽关系只有一种读法成立");
            filler.Undecided.Remove(open[r]);
        }
    }

    private static bool Next(int[] choice, IReadOnlyList<decimal[]>[] readings)
    {
        for (var i = 0; i < choice.Length; i++)
        {
            if (++choice[i] < readings[i].Count)
                return true;
            choice[i] = 0;
        }

        return false;
    }

    /// <summary>First cells of the rows of the relations, or null when a row that is not open has an unreadable cell.</summary>
    private static (int[] Came, int[] Went, int[] Results, int Total)? Rows(FormFiller filler, FormTable t3)
    {
        int First(string key) => t3.IndexOf(key, t3.Columns[0].Key);
        var parts = t3.Rows.Where(row => row.Group.Contains("results") && row.Key is not ("handled_total" or "other_handling")).Select(row => First(row.Key)).ToList();
        var oneRow = First("other_handling");
        if (filler.Form.Edition == "trial2019" || filler.Cells[oneRow].IsUsable)
        {
            parts.RemoveAll(first => filler.Form.Cells[first].Row.Group.Contains("other_parts"));
            parts.Add(oneRow);
        }

        int[] came = [First("received_new"), First("carried_in")];
        int[] went = [First("handled_total"), First("carried_out")];
        var all = parts.Concat(came).Concat(went);
        foreach (var first in all)
        {
            if (filler.Undecided.ContainsKey(first))
                continue;
            for (var c = 0; c < t3.Columns.Count; c++)
            {
                if (!filler.Cells[first + c].IsUsable)
                    return null;
            }
        }

        return (came, went, [.. parts], went[0]);
    }

    private static bool Holds(FormFiller filler, (int[] Came, int[] Went, int[] Results, int Total) rows, int[] open, IReadOnlyList<decimal[]>[] readings, int[] choice)
    {
        decimal At(int first, int column)
        {
            var r = Array.BinarySearch(open, first);
            return r >= 0 ? readings[r][choice[r]][column] : filler.Cells[first + column].Value ?? 0;
        }

        for (var c = 0; c < 7; c++)
        {
            if (rows.Came.Sum(first => At(first, c)) != rows.Went.Sum(first => At(first, c)) || rows.Results.Sum(first => At(first, c)) != At(rows.Total, c))
                return false;
        }

        return true;
    }
}
