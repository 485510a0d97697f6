using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>漏行重行提示: where R022 fails and exactly one row, or one pair of rows, explains the difference, it is named.</summary>
public sealed class LostOrDoubledRow : ReportRule
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Form, Relation[]> _bound = [];

    public override RuleDescriptor Descriptor { get; } = new("R027", "差额可由一行结果解释", "One outcome row explains the difference", Severity.Info);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        foreach (var bound in _bound.GetValue(report.Form!, Bind))
        {
            if (Sums.TryWhole(report.Whole, bound.Left, out var left) && Sums.TryWhole(report.Whole, bound.Right, out var right) && left == right)
                continue;
            var relation = bound.Instead is { } instead && Sums.Of(report, bound.Right) is null ? instead : bound;
            if (Sums.Of(report, relation.Left) is { } total && Sums.Of(report, relation.Right) is { } sum && total != sum && Explain(report, relation, total, sum) is { } hint)
                (found ??= []).Add(hint);
        }

        return found ?? [];
    }

    private Diagnostic? Explain(Report report, Relation relation, decimal total, decimal sum)
    {
        var difference = Math.Abs(total - sum);
        List<int> rows = [.. relation.Right.Where(index => report[index].Value is > 0)];
        var single = rows.Where(index => report[index].Value == difference).ToList();
        // The printed total holds the figure of one row where that of another stands now.
        var pairs = (from a in rows from b in rows where report[a].Value - report[b].Value == total - sum && a != b select (a, b)).ToList();
        var column = report.Form!.Cells[relation.Left[0]].Column.Label;

        if (single.Count == 1 && pairs.Count == 0)
        {
            var row = Wording.Numbered(report.Form.Cells[single[0]].Row);
            return Hint(
                report,
                [report.Form.Cells[relation.Left[0]].Path, report.Form.Cells[single[0]].Path],
                $"{column}，（七）总计与各项之和相差 {Wording.Figure(difference)} 件，恰好是“{row}”的数",
                total < sum ? $"请核对（七）总计是否漏加了“{row}”，或者“{row}”不应计数" : $"请核对“{row}”是否在（七）总计中加了两次，或者另有一行同为 {Wording.Figure(difference)} 件的结果漏列");
        }

        if (single.Count == 0 && pairs.Count == 1)
        {
            var more = Wording.Numbered(report.Form.Cells[pairs[0].a].Row);
            var less = Wording.Numbered(report.Form.Cells[pairs[0].b].Row);
            return Hint(
                report,
                [report.Form.Cells[relation.Left[0]].Path, report.Form.Cells[pairs[0].a].Path, report.Form.Cells[pairs[0].b].Path],
                $"{column}，（七）总计与各项之和相差 {Wording.Figure(difference)} 件，恰好是“{more}”与“{less}”之差",
                $"请核对“{less}”一行是否应为 {Wording.Figure(report[pairs[0].a].Value!.Value)} 件（与“{more}”错行）");
        }

        return null;
    }

    private Diagnostic Hint(Report report, IReadOnlyList<string> at, string message, string suggestion) => Fail(at, message, report[at[0]].Source, suggestion: suggestion);

    private static Relation[] Bind(Form form) => [.. form["t3"].Columns.Select(column => OutcomesSum.Of(form["t3"], column))];
}
