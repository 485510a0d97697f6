namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>R001-R020: headings, tables, labels and the form of figures.</summary>
public static class StructureRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
