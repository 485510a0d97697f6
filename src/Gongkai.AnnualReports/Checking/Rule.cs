using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking;

/// <summary>规则: one thing that must hold, by meaning, in any edition. A rule never throws and never counts an unreadable cell as nought.</summary>
public abstract class Rule
{
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>False when what the rule is about is not there at all (another edition, no earlier report): it then neither passes nor fails.</summary>
    public virtual bool AppliesTo(Subject subject) => subject.Report.Form is not null;

    /// <summary>What the rule has to say; nothing means that it passed.</summary>
    public abstract IEnumerable<Diagnostic> Check(Subject subject);

    protected Diagnostic Fail(IReadOnlyList<string> at, string message, SourcePlace? source = null, Severity? severity = null, string? suggestion = null) =>
        new(Descriptor.Id, severity ?? Descriptor.Severity, CheckResult.Fail, at, $"{Descriptor.Title}：{message}", source, suggestion);

    /// <summary>A failure at one cell, whose place in the source is the diagnostic's.</summary>
    protected Diagnostic FailAt(Report report, string path, string message, Severity? severity = null, string? suggestion = null) =>
        Fail([path], message, report[path].Source, severity, suggestion);

    protected Diagnostic CannotTell(IReadOnlyList<string> at, string message, SourcePlace? source = null) =>
        new(Descriptor.Id, Descriptor.Severity, CheckResult.NotAssessable, at, $"{Descriptor.Title}：无法判断，{message}", source);
}

/// <summary>A rule about one report by itself.</summary>
public abstract class ReportRule : Rule
{
    public sealed override IEnumerable<Diagnostic> Check(Subject subject) => Check(subject.Report);

    public abstract IEnumerable<Diagnostic> Check(Report report);
}

/// <summary>跨年规则: a rule about a report and the same body's report of the year before; it does not apply without one.</summary>
public abstract class YearToYearRule : Rule
{
    public override bool AppliesTo(Subject subject) => subject is { Report.Form: not null, Earlier.Form: not null };

    public sealed override IEnumerable<Diagnostic> Check(Subject subject) => Check(subject.Report, subject.Earlier!);

    public abstract IEnumerable<Diagnostic> Check(Report report, Report earlier);
}
