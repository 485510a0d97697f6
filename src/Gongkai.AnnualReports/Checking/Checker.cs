namespace Gongkai.AnnualReports.Checking;

/// <summary>年报体检: runs every rule over a report. The same rules serve the page, the import, the API and the command line.</summary>
public static class Checker
{
    /// <summary>Every rule, in the order of numbers.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        .. ((IEnumerable<Rule>)
        [
            .. Structure.StructureRules.All,
            .. Requests.RequestsRules.All,
            .. Remedies.RemediesRules.All,
            .. Disclosure.DisclosureRules.All,
            .. Text.TextRules.All,
            .. Years.YearsRules.All,
            .. Publication.PublicationRules.All,
        ]).OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal),
    ];

    public static CheckedReport Check(Subject subject) => Check(subject, Rules);

    public static CheckedReport Check(Subject subject, IReadOnlyList<Rule> rules)
    {
        var diagnostics = new List<Diagnostic>();
        var passed = new List<RuleDescriptor>();
        var notApplied = new List<RuleDescriptor>();
        foreach (var rule in rules)
        {
            if (!rule.AppliesTo(subject))
            {
                notApplied.Add(rule.Descriptor);
                continue;
            }

            var before = diagnostics.Count;
            diagnostics.AddRange(rule.Check(subject));
            if (diagnostics.Count == before)
                passed.Add(rule.Descriptor);
        }

        return new CheckedReport(subject.Report, diagnostics, passed, notApplied);
    }
}

/// <summary>体检结果.</summary>
/// <param name="Report">The report.</param>
/// <param name="Diagnostics">In the order of rules.</param>
/// <param name="Passed">Rules that had nothing to say.</param>
/// <param name="NotApplied">Rules whose subject is not there: another edition, no earlier report.</param>
public sealed record CheckedReport(Report Report, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<RuleDescriptor> Passed, IReadOnlyList<RuleDescriptor> NotApplied)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic is { Result: CheckResult.Fail, Severity: Severity.Error });
}
