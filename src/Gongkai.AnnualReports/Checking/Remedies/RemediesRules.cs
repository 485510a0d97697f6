namespace Gongkai.AnnualReports.Checking.Remedies;

/// <summary>R033-R038: 表四, reconsideration and litigation.</summary>
public static class RemediesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        RemedyTotals.Review,
        RemedyTotals.Direct,
        RemedyTotals.AfterReview,
        new SuitsAfterReview(),
        new DirectSuitsOverRefusals(),
        new RemediesWithoutRequests(),
    ];
}
