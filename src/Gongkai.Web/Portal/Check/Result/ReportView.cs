using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Web.Portal.Check.Result;

/// <summary>一份报告的体检结果 as the page shows it: the report drawn as the form, its findings, and the ways between them.</summary>
public sealed class ReportView
{
    private readonly ILookup<string, Finding> _byAnchor;

    /// <param name="number">Its place on the page, from 1.</param>
    /// <param name="file">Name of its file.</param>
    /// <param name="result">What the clinic says.</param>
    public ReportView(int number, string file, CheckedReport result)
    {
        Number = number;
        File = file;
        Result = result;
        Prefix = $"r{number}";
        Tables = Report.Form is { } form ? [.. form.Tables.Select(table => DrawnTable.Of(Report, table, Prefix))] : [];

        var ordered = result.Diagnostics
            .OrderBy(diagnostic => Words.Kinds.ToList().IndexOf(Finding.KindOf(diagnostic)))
            .ThenBy(diagnostic => diagnostic.Rule, StringComparer.Ordinal)
            .Select((diagnostic, index) => (Number: index + 1, Diagnostic: diagnostic))
            .ToList();
        Text = MarkedText.Of(Report, ordered);
        var anchors = Anchors();
        Findings = [.. ordered.Select(one => new Finding(one.Number, one.Diagnostic, [.. LinksOf(one.Number, one.Diagnostic, anchors)]))];
        Groups = [.. Findings.GroupBy(finding => (finding.Kind, finding.Diagnostic.Rule)).Select(group => new FindingGroup(RuleOf(group.Key.Rule), [.. group]))];
        _byAnchor = Findings.SelectMany(finding => finding.Links, (finding, link) => (finding, link.Anchor)).ToLookup(pair => pair.Anchor, pair => pair.finding);
    }

    public int Number { get; }

    public string File { get; }

    public CheckedReport Result { get; }

    public Report Report => Result.Report;

    /// <summary>What every id of this report begins with.</summary>
    public string Prefix { get; }

    public IReadOnlyList<DrawnTable> Tables { get; }

    public MarkedText Text { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public IReadOnlyList<FindingGroup> Groups { get; }

    /// <summary>Sealed data of this report for the download buttons, or null when it is too long to travel in a page.</summary>
    public string? Carried { get; init; }

    public bool IsClean => Result.Report.Form is not null && Result.Diagnostics.All(one => one.Result == CheckResult.NotAssessable
        // Facts nobody gave (date and place of publication) do not spoil a clean bill; cells that cannot be read do.
        ? !one.At.Any(at => at.StartsWith("t2.", StringComparison.Ordinal) || at.StartsWith("t3.", StringComparison.Ordinal) || at.StartsWith("t4.", StringComparison.Ordinal))
        : one.Severity == Severity.Info);

    /// <summary>What to call it: organ and year, else the file's name.</summary>
    public string Name => (Report.Organ, Report.Year) switch
    {
        ({ } organ, { } year) => $"{organ} {year}年",
        ({ } organ, null) => organ,
        (null, { } year) => $"{year}年年度报告",
        _ => File,
    };

    public int Count(string kind) => Findings.Count(finding => finding.Kind == kind);

    /// <summary>Findings that lead to this anchor.</summary>
    public IEnumerable<Finding> At(string anchor) => _byAnchor[anchor];

    /// <summary>Gravest kind among the findings at an anchor, or null.</summary>
    public string? KindAt(string anchor) => At(anchor).Select(finding => finding.Kind).MinBy(kind => Words.Kinds.ToList().IndexOf(kind));

    /// <summary>Headings of the form in order, the report's own where it has them.</summary>
    public IEnumerable<(string Key, string Heading, bool IsLost)> Sections()
    {
        if (Report.Form is not { } form)
        {
            foreach (var section in Report.Narrative.Sections.Where(section => section.Key != "lead"))
                yield return (section.Key, section.Heading ?? "", false);
            yield break;
        }

        foreach (var section in form.Sections)
            yield return (section.Key, Report.Narrative[section.Key]?.Heading ?? $"{section.Number}、{section.Label}", Report.Narrative[section.Key]?.Heading is null);
    }

    private static RuleDescriptor RuleOf(string id) =>
        Checker.Rules.FirstOrDefault(rule => rule.Descriptor.Id == id)?.Descriptor ?? new RuleDescriptor(id, id, id, Severity.Info);

    private Dictionary<string, string> Anchors()
    {
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, heading, _) in Sections())
            anchors[key] = heading;
        foreach (var table in Tables)
        {
            anchors[table.Table.Key] = table.Table.Caption;
            foreach (var heading in table.Head.SelectMany(row => row).Concat(table.Body.SelectMany(row => row.Headings)))
            {
                if (heading.Id is not null)
                    anchors[heading.Id[(Prefix.Length + 1)..]] = heading.Text;
            }

            foreach (var figure in table.Body.SelectMany(row => row.Figures))
                anchors[figure.Path] = figure.Name;
        }

        return anchors;
    }

    private IEnumerable<FindingLink> LinksOf(int number, Diagnostic diagnostic, Dictionary<string, string> anchors)
    {
        if (Text.Has(number))
            yield return new FindingLink($"{Prefix}-m{number}", "文中原句");
        foreach (var at in diagnostic.At.Distinct())
        {
            if (anchors.TryGetValue(at, out var name))
                yield return new FindingLink($"{Prefix}-{at}", name);
        }
    }
}
