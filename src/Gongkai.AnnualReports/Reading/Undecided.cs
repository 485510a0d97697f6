using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>
/// 列间判定: rows with several readings are decided by the column relations (first plus second item equal third plus fourth; results add up
/// to their total), and only where every solution agrees.
/// </summary>
internal sealed class Undecided
{
    private const int Columns = 7;

    /// <summary>Work limit; beyond it the rows stay ambiguous.</summary>
    private const int MostSteps = 60_000;

    private readonly int[] _open;
    private readonly long[][][] _readings;

    /// <summary>Sign of each open row in the balance (0) and in the sum of results (1).</summary>
    private readonly int[][] _signs;
    private readonly long[][] _least;
    private readonly long[][] _most;
    private readonly long[] _rest = new long[2 * Columns];
    private readonly int[] _choice;
    private readonly HashSet<int>[] _possible;
    private int _steps;

    private Undecided(FormFiller filler, IReadOnlyDictionary<int, int[]> signs)
    {
        _open = [.. filler.Undecided.Keys.Where(signs.ContainsKey).Order()];
        _readings = [.. _open.Select(first => filler.Undecided[first].Select(reading => reading.Select(figure => (long)figure).ToArray()).ToArray())];
        _signs = [.. _open.Select(first => signs[first])];
        _choice = new int[_open.Length];
        _possible = [.. _open.Select(_ => new HashSet<int>())];
        foreach (var (first, sign) in signs)
        {
            if (_open.Contains(first))
                continue;
            for (var k = 0; k < _rest.Length; k++)
                _rest[k] += sign[k / Columns] * (long)(filler.Cells[first + (k % Columns)].Value ?? 0);
        }

        // What the rows from i on can still add, at least and at most, to each relation.
        _least = [.. Enumerable.Range(0, _open.Length + 1).Select(_ => new long[_rest.Length])];
        _most = [.. Enumerable.Range(0, _open.Length + 1).Select(_ => new long[_rest.Length])];
        for (var i = _open.Length - 1; i >= 0; i--)
        {
            for (var k = 0; k < _rest.Length; k++)
            {
                var figures = _readings[i].Select(reading => _signs[i][k / Columns] * reading[k % Columns]).ToList();
                _least[i][k] = _least[i + 1][k] + figures.Min();
                _most[i][k] = _most[i + 1][k] + figures.Max();
            }
        }
    }

    public static void Resolve(FormFiller filler, FormTable t3)
    {
        if (!filler.Undecided.Keys.Any(first => filler.Form.Cells[first].Table == t3) || Signs(filler, t3) is not { } signs)
            return;

        var search = new Undecided(filler, signs);
        search.Walk(0);
        if (search._steps > MostSteps)
            return;
        for (var r = 0; r < search._open.Length; r++)
        {
            var first = search._open[r];
            var left = search._possible[r].Select(reading => filler.Undecided[first][reading]).DistinctBy(reading => string.Join(',', reading)).ToList();
            if (left.Count != 1)
                continue;
            var cell = filler.Cells[first];
            filler.Recovered(first, left[0], cell.Raw ?? "", cell.Source, $"{cell.Note}；按各列勾稽关系只有一种读法成立");
            filler.Undecided.Remove(first);
        }
    }

    private void Walk(int row)
    {
        if (++_steps > MostSteps)
            return;
        for (var k = 0; k < _rest.Length; k++)
        {
            if (_rest[k] + _least[row][k] > 0 || _rest[k] + _most[row][k] < 0)
                return;
        }

        if (row == _open.Length)
        {
            for (var r = 0; r < row; r++)
                _possible[r].Add(_choice[r]);
            return;
        }

        for (var reading = 0; reading < _readings[row].Length; reading++)
        {
            _choice[row] = reading;
            Add(row, reading, +1);
            Walk(row + 1);
            Add(row, reading, -1);
        }
    }

    private void Add(int row, int reading, int direction)
    {
        for (var k = 0; k < _rest.Length; k++)
            _rest[k] += direction * _signs[row][k / Columns] * _readings[row][reading][k % Columns];
    }

    /// <summary>Signs of the rows of both relations by first cell; null when a row that is not open has an unreadable cell.</summary>
    private static Dictionary<int, int[]>? Signs(FormFiller filler, FormTable t3)
    {
        int First(string key) => t3.IndexOf(key, t3.Columns[0].Key);
        var oneRow = filler.Form.Edition == "trial2019" || filler.Cells[First("other_handling")].IsUsable;
        var signs = new Dictionary<int, int[]>
        {
            [First("received_new")] = [1, 0],
            [First("carried_in")] = [1, 0],
            [First("handled_total")] = [-1, -1],
            [First("carried_out")] = [-1, 0],
        };
        foreach (var row in t3.Rows.Where(row => row.Group.Contains("results") && row.Key != "handled_total"))
        {
            if (row.Key == "other_handling" ? oneRow : !(oneRow && row.Group.Contains("other_parts")))
                signs[First(row.Key)] = [0, 1];
        }

        return signs.Keys.Where(first => !filler.Undecided.ContainsKey(first)).All(first => Enumerable.Range(first, Columns).All(cell => filler.Cells[cell].IsUsable)) ? signs : null;
    }
}
