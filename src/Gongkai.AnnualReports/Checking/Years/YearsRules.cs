namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>R073-R080: a report against the year before.</summary>
public static class YearsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new CarriedOver(),
        new DocumentsInForce(),
        new ItemsOfYearBefore(),
        new PublicTotal(),
        new EditionChange(),
        new Jump(),
        new PendingCases(),
        new OtherBody(),
    ];
}
