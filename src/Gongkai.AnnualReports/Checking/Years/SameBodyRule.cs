using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>A rule across two years of one body; of two bodies, or of years that do not follow each other, nothing can be told.</summary>
public abstract class SameBodyRule : YearToYearRule
{
    public sealed override IEnumerable<Diagnostic> Check(Report report, Report earlier) =>
        Succession.WhyNot(report, earlier) is { } why ? [CannotTell([], why)] : Compare(report, earlier);

    protected abstract IEnumerable<Diagnostic> Compare(Report report, Report earlier);

    /// <summary>Compares a sum of this year's cells with a sum of last year's; cells that cannot be used make it undecidable.</summary>
    /// <param name="report">This year's report.</param>
    /// <param name="now">Its cells; the first is the one in question.</param>
    /// <param name="earlier">Last year's report.</param>
    /// <param name="before">Its cells.</param>
    /// <param name="otherwise">The message from both sums, or null when all is well.</param>
    protected Diagnostic? Across(Report report, string[] now, Report earlier, string[] before, Func<decimal, decimal, string?> otherwise)
    {
        var ours = Indexes(report.Form!, now);
        var theirs = Indexes(earlier.Form!, before);
        var left = Sums.Of(report, ours);
        var right = Sums.Of(earlier, theirs);
        if (left is { } l && right is { } r)
            return otherwise(l, r) is { } message ? FailAt(report, now[0], message) : null;
        return CannotTell(now, left is null ? Sums.WhyNot(report, ours) : "上年报告" + Sums.WhyNot(earlier, theirs), report[now[0]].Source);
    }

    protected static bool Both(Subject subject, Form form) =>
        ReferenceEquals(subject.Report.Form, form) && ReferenceEquals(subject.Earlier?.Form, form);

    private static int[] Indexes(Form form, string[] paths) => Array.ConvertAll(paths, form.IndexOf);
}
