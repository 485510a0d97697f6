using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking;

/// <summary>勾稽关系: a sum of cells compared with another sum of cells, bound to the form once.</summary>
/// <param name="Left">Indexes of the cells on the left.</param>
/// <param name="Kind">How the sums must compare.</param>
/// <param name="Right">Indexes of the cells on the right.</param>
/// <param name="At">The cell in question, then the others worth looking at.</param>
/// <param name="Otherwise">Message when it does not hold, from both sums.</param>
public sealed record Relation(int[] Left, Comparison Kind, int[] Right, IReadOnlyList<string> At, Func<decimal, decimal, string> Otherwise)
{
    /// <summary>The same relation over the rows that some reports print instead; tried where this one cannot be told.</summary>
    public Relation? Instead { get; init; }

    internal bool Holds(long left, long right) => Kind switch
    {
        Comparison.Equal => left == right,
        Comparison.AtMost => left <= right,
        _ => left >= right,
    };

    public bool Holds(decimal left, decimal right) => Kind switch
    {
        Comparison.Equal => left == right,
        Comparison.AtMost => left <= right,
        _ => left >= right,
    };
}

/// <summary>How two sums must compare.</summary>
public enum Comparison { Equal, AtMost, AtLeast }

/// <summary>
/// A rule that consists of <see cref="Relation"/>s. A missing or ambiguous cell, or a blank total, makes a relation not assessable;
/// other blanks, 无 and slashes count as 0. All relations that cannot be told share one diagnostic.
/// </summary>
public abstract class RelationRule : ReportRule
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Form, Relation[]> _bound = [];

    /// <summary>The relations in one edition; none when the edition does not have the cells.</summary>
    protected abstract IEnumerable<Relation> In(Form form);

    /// <summary>False where a relation that cannot be told is of no concern in this report, because its rows are not printed on purpose.</summary>
    protected virtual bool Concerns(Relation relation, Report report) => true;

    public override bool AppliesTo(Subject subject) => subject.Report.Form is { } form && Bound(form).Length > 0;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        List<Relation>? unknown = null;
        var figures = report.Whole;
        foreach (var bound in Bound(report.Form!))
        {
            if (Sums.TryWhole(figures, bound.Left, out var quickLeft) && Sums.TryWhole(figures, bound.Right, out var quickRight) && bound.Holds(quickLeft, quickRight))
                continue;

            var relation = bound;
            var left = Sums.Of(report, relation.Left);
            var right = Sums.Of(report, relation.Right);
            if ((left is null || right is null) && bound.Instead is { } instead && Sums.Of(report, instead.Left) is { } otherLeft && Sums.Of(report, instead.Right) is { } otherRight)
                (relation, left, right) = (instead, otherLeft, otherRight);

            if (left is { } l && right is { } r)
            {
                if (!relation.Holds(l, r))
                    (found ??= []).Add(Fail(relation.At, relation.Otherwise(l, r), report[relation.At[0]].Source));
            }
            else if (Concerns(relation, report))
            {
                (unknown ??= []).Add(relation);
            }
        }

        if (unknown is not null)
            (found ??= []).Add(CannotTell(report, unknown));
        return found ?? [];
    }

    private Diagnostic CannotTell(Report report, List<Relation> unknown)
    {
        int[] cells = [.. unknown.SelectMany(relation => relation.Left.Concat(relation.Right)).Distinct()];
        return CannotTell([.. unknown.Select(relation => relation.At[0])], Sums.WhyNot(report, cells), report[unknown[0].At[0]].Source);
    }

    private Relation[] Bound(Form form) => _bound.GetValue(form, f => [.. In(f)]);
}
