using Gongkai.AnnualReports.Checking;

namespace Gongkai.AnnualReports.Comparing;

/// <summary>其他处理: one row in the trial form, three in the form of 2021, and some reports print the one row there too.</summary>
internal static class DerivedRows
{
    private const string WholeRow = "other_handling";
    private static readonly string[] s_parts = ["other_no_supplement", "other_fee_unpaid", "other_misc"];

    public static bool IsPartOfOtherHandling(string path) => s_parts.Any(part => path.StartsWith($"t3.{part}.", StringComparison.Ordinal));

    /// <summary>The path of the one row in the same column.</summary>
    public static string Whole(string path) => $"t3.{WholeRow}.{path[(path.LastIndexOf('.') + 1)..]}";

    /// <summary>The figure of a cell; 其他处理 is the sum of its three rows where they are what is printed. Null when it cannot be told.</summary>
    public static decimal? Figure(Report report, string path)
    {
        if (Sums.Of(report, path) is { } figure)
            return figure;
        var column = path[(path.LastIndexOf('.') + 1)..];
        if (path != $"t3.{WholeRow}.{column}" || report.Form is not { } form || !form.TryIndexOf($"t3.{s_parts[0]}.{column}", out _))
            return null;
        return Sums.Of(report, Array.ConvertAll(s_parts, part => form.IndexOf($"t3.{part}.{column}")));
    }
}
