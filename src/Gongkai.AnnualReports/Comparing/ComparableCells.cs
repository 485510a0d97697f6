using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Comparing;

/// <summary>可比单元格: which cells mean the same in two reports. Within one edition all do; across editions 表三, 表四 and the numbers of decisions.</summary>
public static class ComparableCells
{
    /// <summary>True when both editions have the cell and it means the same in both.</summary>
    public static bool MeanTheSame(Form one, Form other, string path) =>
        one.TryIndexOf(path, out _) && other.TryIndexOf(path, out _) && (ReferenceEquals(one, other) || IsLasting(path));

    private static bool IsLasting(string path) =>
        path.StartsWith("t3.", StringComparison.Ordinal) || path.StartsWith("t4.", StringComparison.Ordinal) || path.EndsWith(".decisions", StringComparison.Ordinal);
}
