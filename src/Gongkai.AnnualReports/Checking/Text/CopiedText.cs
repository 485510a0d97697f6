using System.Runtime.CompilerServices;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>内容雷同: the running text is not that of last year's report or of another body's (国办公开办函〔2021〕30号).</summary>
internal sealed class CopiedText : Rule
{
    private const double NearlyAll = 0.85;
    private const int Named = 3;
    private const int MostCompared = 60;

    private static readonly ConditionalWeakTable<Report, TextFingerprint> s_fingerprints = [];
    private static readonly ConditionalWeakTable<IReadOnlyList<Report>, TwinIndex> s_indexes = [];

    public override RuleDescriptor Descriptor { get; } = new("R066", "内容雷同", "Text is nearly the same as another report's", Severity.Warning);

    public override bool AppliesTo(Subject subject) =>
        subject.Report.Form is not null && (subject.Earlier is not null || subject.Others.Count > 0) && Of(subject.Report).IsLongEnough;

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        var own = Of(subject.Report);
        var candidates = s_indexes.GetValue(subject.Others, others => new TwinIndex(others, Of)).Candidates(own);
        if (subject.Earlier is not null)
            candidates = candidates.Prepend(subject.Earlier);

        var twins = candidates
            .Where(other => !IsSameReport(subject.Report, other))
            .Distinct()
            .Take(MostCompared)
            .Select(other => (Report: other, Share: own.ShareIn(Of(other))))
            .Where(twin => twin.Share > NearlyAll)
            .OrderByDescending(twin => twin.Share)
            .ToList();
        var section = subject.Report.Narrative["s1"] ?? subject.Report.Narrative.Sections[0];
        var place = section.PlaceAt(0, section.Text.Length > 60 ? section.Text[..60] : section.Text) ?? section.HeadingPlace;
        foreach (var (other, share) in twins.Take(Named))
            yield return Fail([section.Key], $"文字部分有 {share:P0} 与“{other.Title ?? other.FileName ?? other.Organ}”相同{(twins.Count > Named && other == twins[0].Report ? $"（另有 {twins.Count - 1} 份也相同）" : "")}", place);
    }

    // A copy of the same report (web page and attachment) is no copied text.
    private static bool IsSameReport(Report report, Report other) =>
        ReferenceEquals(report, other) || (report.Year == other.Year && report.Organ is not null && report.Organ == other.Organ);

    private static TextFingerprint Of(Report report) => s_fingerprints.GetValue(report, r => new TextFingerprint(r));
}
