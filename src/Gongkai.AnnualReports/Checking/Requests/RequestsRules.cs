namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>R021-R032: 表三, requests received and handled.</summary>
public static class RequestsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new RequestsBalance(),
        new OutcomesSum(),
        new RowTotals(),
        new TotalColumn(),
        new NothingFromNothing(),
        new CarriedOutAtMost(),
        new LostOrDoubledRow(),
        new ShiftedRow(),
        new UnpaidFeesExplained(),
        new ExcessiveAmongFew(),
        new UnusualShares(),
    ];
}
