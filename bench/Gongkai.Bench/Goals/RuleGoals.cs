using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Reading;
using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>D4: rules over reports that are already read: the arithmetic alone, and all of them.</summary>
internal static class RuleGoals
{
    public static IEnumerable<Outcome> Run(IReadOnlyList<SyntheticReport> reports)
    {
        List<Subject> subjects = [.. reports.Select((report, index) => new Subject(ReportReader.Read(AsText.Write(report, index), "report.txt")[0]))];
        List<Rule> arithmetic = [.. Checker.Rules.Where(rule => rule is RelationRule)];
        var rates = Rate.Of(subjects.Count, () => Check(subjects, arithmetic), () => Check(subjects, Checker.Rules));
        yield return Outcome.AtLeast("D4-arithmetic", rates[0], 100_000, $"{arithmetic.Count} rules", "reports/s");
        yield return Outcome.AtLeast("D4-all-rules", rates[1], 5000, $"{Checker.Rules.Count} rules", "reports/s");
    }

    private static void Check(List<Subject> subjects, IReadOnlyList<Rule> rules)
    {
        foreach (var subject in subjects)
            Checker.Check(subject, rules);
    }
}
