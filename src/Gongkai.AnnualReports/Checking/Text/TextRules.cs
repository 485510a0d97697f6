namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>R047-R072: the running text, by itself and against the tables.</summary>
public static class TextRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ReceivedStated(),
        new CarriedInStated(),
        new HandledStated(),
        new CarriedOutStated(),
        new ChannelsStated(),
        new KindsStated(),
        new OutcomesStated(),
        new NoneReceived(),
        new NoneReceivedButHandled(),
        new AllHandled(),
        new ReviewsStated(),
        new LawsuitsStated(),
        new ResultsStated(),
        new DocumentsStated(),
        new DecisionsStated(),
        new ProcessingFeeStated(),
        new ProcessingFeeConsistent(),
        new ProblemsAndImprovements(),
        new FiveParts(),
        new CopiedText(),
        new PartsAnnounced(),
        new ListAddsUp(),
        new SameQuantityTwice(),
        new PercentagesFit(),
        new SuggestionsAddUp(),
        new UnitWords(),
    ];
}
