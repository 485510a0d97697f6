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
/// other blanks, 无 and slashes count as 0.
/// </summary>
public abstract class RelationRule : ReportRule
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Form, Relation[]> _bound = [];

    /// <summary>The relations in one edition; none when the edition does not have the cells.</summary>
    protected abstract IEnumerable<Relation> In(Form form);

    /// <summary>Relations that depend on which rows the report prints replace some of the bound ones here; by default none do.</summary>
    protected virtual Relation Adapt(Relation relation, Report report) => relation;

    public override bool AppliesTo(Subject subject) => subject.Report.Form is { } form && Bound(form).Length > 0;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        foreach (var bound in Bound(report.Form!))
        {
            var relation = Adapt(bound, report);
            var left = Sums.Of(report, relation.Left);
            var right = Sums.Of(report, relation.Right);
            if (left is { } l && right is { } r)
            {
                if (!relation.Holds(l, r))
                    (found ??= []).Add(Fail(relation.At, relation.Otherwise(l, r), report[relation.At[0]].Source));
            }
            else
            {
                (found ??= []).Add(CannotTell(relation.At, Sums.WhyNot(report, [.. relation.Left, .. relation.Right]), report[relation.At[0]].Source));
            }
        }

        return found ?? [];
    }

    private Relation[] Bound(Form form) => _bound.GetValue(form, f => [.. In(f)]);
}
