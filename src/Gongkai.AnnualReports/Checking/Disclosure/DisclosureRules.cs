namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>R039-R046: 表二, information disclosed on the body's own motion.</summary>
public static class DisclosureRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
