using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>错列提示: a row that fails R023 but fits when its figures move by one column is probably shifted.</summary>
public sealed class ShiftedRow : ReportRule
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Form, Relation[]> _columns = [];

    public override RuleDescriptor Descriptor { get; } = new("R028", "一行数字可能错列", "A row's figures are probably shifted by one column", Severity.Info);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        var t3 = report.Form!["t3"];
        for (var row = 0; row < t3.Rows.Count; row++)
        {
            if (HasWrongTotal(report, t3, row) && Repair(report, t3, row) is { } hint)
                (found ??= []).Add(hint);
        }

        return found ?? [];
    }

    private static bool HasWrongTotal(Report report, FormTable t3, int row)
    {
        var sum = 0m;
        var last = t3.Columns.Count - 1;
        for (var column = 0; column <= last; column++)
        {
            var index = t3.IndexOf(row, column);
            if (report.Whole[index] == 0)
                continue;
            ref readonly var cell = ref report[index];
            if (!cell.IsUsable)
                return false;
            sum += column == last ? -(cell.Value ?? 0) : cell.Value ?? 0;
        }

        return sum != 0;
    }

    private Diagnostic? Repair(Report report, FormTable t3, int row)
    {
        decimal[] printed = [.. Enumerable.Range(0, t3.Columns.Count).Select(column => report[t3.IndexOf(row, column)].Value ?? 0)];
        var right = Fits(report, t3, row, [printed[^1], .. printed[..^1]]);
        var left = Fits(report, t3, row, [.. printed[1..], printed[0]]);
        // A figure may fall off the end only where it is 0, and only one direction may fit.
        var isRight = right && printed[^1] == 0;
        var isLeft = left && !isRight;
        if (!isRight && !isLeft || (isRight && left))
            return null;

        decimal[] repaired = isRight ? [printed[^1], .. printed[..^1]] : [.. printed[1..], printed[0]];
        var name = Wording.Numbered(t3.Rows[row]);
        return Fail(
            [$"t3.{t3.Rows[row].Key}.total"],
            $"“{name}”一行现为 {Line(printed)}，总计不符；各数{(isRight ? "右" : "左")}移一列后相符",
            report[t3.IndexOf(row, t3.Columns.Count - 1)].Source,
            suggestion: $"请对照原件核对“{name}”一行是否应为 {Line(repaired)}");
    }

    private static string Line(decimal[] figures) => string.Join(' ', figures.Select(Wording.Figure));

    /// <summary>The moved row adds up, and no column that it stands in is left unbalanced by it.</summary>
    private bool Fits(Report report, FormTable t3, int row, decimal[] figures)
    {
        if (figures[..^1].Sum() != figures[^1])
            return false;

        var moved = new Dictionary<int, decimal>();
        for (var column = 0; column < figures.Length; column++)
            moved[t3.IndexOf(row, column)] = figures[column];
        foreach (var relation in _columns.GetValue(report.Form!, Bind))
        {
            if (!relation.Left.Concat(relation.Right).Any(moved.ContainsKey))
                continue;
            if (Sum(relation.Left) is { } l && Sum(relation.Right) is { } r && !relation.Holds(l, r))
                return false;
        }

        return true;

        decimal? Sum(int[] cells)
        {
            var sum = 0m;
            foreach (var index in cells)
            {
                if (moved.TryGetValue(index, out var figure))
                    sum += figure;
                else if (Sums.Of(report, [index]) is { } other)
                    sum += other;
                else
                    return null;
            }

            return sum;
        }
    }

    private static Relation[] Bind(Form form) =>
        [.. form["t3"].Columns.SelectMany(column => new[] { RequestsBalance.Of(form["t3"], column), OutcomesSum.Of(form["t3"], column) })];
}
