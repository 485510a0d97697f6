namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>R047-R072: the running text, by itself and against the tables.</summary>
public static class TextRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
