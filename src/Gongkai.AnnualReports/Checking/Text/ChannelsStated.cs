using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>申请渠道: requests by channel add up to the requests received, with or without those carried in.</summary>
internal sealed class ChannelsStated : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R051", "分渠道申请数之和与收到数不符", "Requests by channel do not add up to those received", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Lists(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var list in Lists(report))
        {
            var last = list[^1];
            var (text, place) = last.Sentence.ClauseAround(list[0].Start, last.End);
            var sum = list.Sum(statement => statement.Figure);
            if (Sums.Of(report, "t3.received_new.total") is not { } received || Sums.Of(report, "t3.carried_in.total") is not { } carriedIn)
                yield return CannotTell(["t3.received_new.total"], "表三本年新收或上年结转总计缺失或读不准", place);
            else if (sum != received && sum != received + carriedIn && (sum > received + carriedIn || !IsOpen(list)))
                yield return Fail(["t3.received_new.total"], $"正文各渠道合计 {sum} 件，表三本年新收 {received} 件、上年结转 {carriedIn} 件。正文：“{text}”", place);
        }
    }

    // A single channel is no list; a sentence about one office or with rounded figures adds up to nothing in the table.
    private static IEnumerable<List<Statement>> Lists(Report report) =>
        from statement in Prose.Of(report.Narrative).Statements
        where statement.Quantity == Quantity.Channel
        group statement by statement.Sentence into sentence
        let list = sentence.ToList()
        where list.Count > 1 && list.TrueForAll(statement => statement is { IsApproximate: false, IsPartOnly: false })
        select list;

    private static bool IsOpen(List<Statement> list) => list[^1].Sentence.Words.Any(word => word.Is(Sense.OpenEnd) && word.Start > list[0].Start);
}
