using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>列举合计: 共 N，其中 a、b、c: the parts make the whole; with 等 they are at most the whole.</summary>
internal sealed class ListAddsUp : ReportRule
{
    // A list after 共 that covers most of its total was meant to add up. One that covers little names highlights
    // (发布2428条，其中解读7条、图解5条) and was not; what lies between is worth a look.
    private const decimal Most = 0.75m;
    private const decimal Little = 0.4m;

    public override RuleDescriptor Descriptor { get; } = new("R068", "“其中”各项之和与总数不符", "Listed parts do not add up to their total", Severity.Error);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Lists(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var list in Lists(report))
        {
            if (Judge(list) is not { } severity)
                continue;
            var (text, place) = list.Sentence.ClauseAround(list.Whole.Start, list.Parts[^1].End);
            yield return Fail([list.Sentence.Section.Key], $"总数 {list.Whole.Figure.Value}，所列 {list.Parts.Count} 项之和 {list.Sum}（{string.Join('+', list.Parts.Take(12).Select(part => part.Figure.Value))}{(list.Parts.Count > 12 ? "…" : "")}）。正文：“{text}”", place, severity);
        }
    }

    private static IEnumerable<PartList> Lists(Report report) => Prose.Of(report.Narrative).Sentences.SelectMany(PartLists.In);

    private static Severity? Judge(PartList list)
    {
        var whole = list.Whole.Figure.Value;
        if (list.Sum == whole || list.AddsUp)
            return null;
        if (list.Parts.Any(part => part.Figure.Value > whole))
            return list.IsOpen || list.IsMixed || list.Parts.Count == 1 ? Severity.Warning : Severity.Error;
        if (list.IsMixed || list.Parts.Count == 1)
            return null;
        if (list.Sum > whole)
            return list.IsOpen ? Severity.Warning : Severity.Error;
        if (list.IsOpen)
            return null;
        if (list.IsPartition || (list.SaysTotal && list.Sum >= whole * Most))
            return Severity.Error;
        return list.Sum >= whole * (list.SaysTotal ? Little : Most) ? Severity.Warning : null;
    }
}
