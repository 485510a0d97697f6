namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>R039-R046: 表二, proactive disclosure.</summary>
public static class DisclosureRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new DocumentsInForce(),
        new PublishedWithinTotal(),
        new IssuedButUnpublished(),
        new ItemsLeft(),
        new RulesNeedPower(),
        new ProcurementAmount(),
        new FeeLooksLikeYuan(),
        new OlderDocumentsCounted(),
    ];
}
