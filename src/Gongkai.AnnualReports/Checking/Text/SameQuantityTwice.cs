using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>同一数量: what is given twice has the same value both times.</summary>
internal sealed class SameQuantityTwice : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R069", "同一数量前后不一", "The same quantity is given with different values", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Given(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var same in Given(report).GroupBy(given => given.What, StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var other in same.DistinctBy(given => given.Value).Skip(1))
            {
                // 收到12件 and 新收10件，上年结转2件 are one count, told twice.
                if (Prose.Of(report.Narrative).Statements.Any(statement => statement.Quantity == Quantity.CarriedIn && statement.Figure == Math.Abs(other.Value - first.Value)))
                    continue;
                var (text, place) = other.Sentence.ClauseAround(other.Start, other.End);
                var (before, _) = first.Sentence.ClauseAround(first.Start, first.End);
                yield return Fail([other.Sentence.Section.Key, first.Sentence.Section.Key], $"{same.Key}，一处为 {first.Value}（“{before}”），一处为 {other.Value}（“{text}”）；口径不同的请写明", place);
            }
        }
    }

    private static IEnumerable<GivenQuantity> Given(Report report) =>
        Prose.Of(report.Narrative).Statements.Where(IsWhole).Select(statement => new GivenQuantity(Name(statement), statement.Figure, statement.Sentence, statement.Start, statement.End))
            .Concat(Prose.Of(report.Narrative).Published.Where(published => published.Key != PublishedFigure.All).Select(published => new GivenQuantity($"{published.Name}发布信息数", published.Value, published.Sentence, published.Start, published.End)));

    private static bool IsWhole(Statement statement) =>
        statement is { IsApproximate: false, IsPartOnly: false, IsPart: false, IsLoose: false, IsZeroWord: false } &&
        statement.Quantity is Quantity.Received or Quantity.CarriedIn or Quantity.Handled or Quantity.CarriedOut or Quantity.Review or Quantity.Litigation &&
        !statement.Sentence.Words.Any(word => word.Start < statement.Start && word.Is(Sense.Year) && word.Value != YearOf(statement));

    // The year that the sentence names last before the figure; a sentence that names several compares years.
    private static string YearOf(Statement statement) => statement.Sentence.Words.Last(word => word.Start < statement.Start && word.Is(Sense.Year)).Value;

    private static string Name(Statement statement) => statement.Quantity switch
    {
        Quantity.Received => statement.IncludesCarriedIn ? "收到申请（含上年结转）" : "收到申请",
        Quantity.CarriedIn => "上年结转",
        Quantity.Handled => "办结申请",
        Quantity.CarriedOut => "结转下年度",
        Quantity.Review => "行政复议",
        _ => statement.Item switch { "direct" => "未经复议直接起诉", "after_review" => "复议后起诉", _ => "行政诉讼" },
    };
}

/// <summary>A quantity given somewhere in the text.</summary>
internal readonly record struct GivenQuantity(string What, decimal Value, Sentence Sentence, int Start, int End);
