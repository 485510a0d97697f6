using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Checking.Output;

namespace Gongkai.AnnualReports.Comparing;

/// <summary>比较结果 as text for people and as JSON for programs.</summary>
public static class ComparisonOutput
{
    public static void WriteText(TextWriter output, ReportComparison comparison)
    {
        output.WriteLine($"甲 {Words.Name(comparison.A)}（{comparison.A.Form?.Name ?? "不是统一格式"}）");
        output.WriteLine($"乙 {Words.Name(comparison.B)}（{comparison.B.Form?.Name ?? "不是统一格式"}）");
        foreach (var cell in comparison.Differences)
            output.WriteLine($"{cell.Name}: {Number(cell.A)} → {Number(cell.B)}（{Signed(cell.Change!.Value)}） [{cell.Path}]");
        foreach (var cell in comparison.Undecided)
            output.WriteLine($"{cell.Name}: {Number(cell.A)} → {Number(cell.B)}，无法比较 [{cell.Path}]");
        output.WriteLine($"数字：{comparison.Differences.Count} 个不同，{comparison.Same} 个相同，{comparison.Undecided.Count} 个缺失或读不准");
        if (comparison.NotComparable.Count > 0)
            output.WriteLine($"两种格式含义不同、不作比较的 {comparison.NotComparable.Count} 个：{string.Join("、", Tables(comparison.NotComparable))}");
        foreach (var section in comparison.Sections)
            output.WriteLine($"文字 {section.Section}{(section.Heading is null ? "" : $" {section.Heading}")}: 相似度 {section.Similarity.ToString("P0", CultureInfo.InvariantCulture)}");
    }

    public static JsonObject ToNode(ReportComparison comparison) => new()
    {
        ["a"] = Head(comparison.A),
        ["b"] = Head(comparison.B),
        ["same"] = comparison.Same,
        ["differences"] = Cells(comparison.Differences),
        ["undecided"] = Cells(comparison.Undecided),
        ["not_comparable"] = new JsonArray([.. comparison.NotComparable.Select(path => (JsonNode)path)]),
        ["narrative"] = new JsonArray([.. comparison.Sections.Select(section => (JsonNode)new JsonObject
        {
            ["section"] = section.Section,
            ["similarity"] = Math.Round(section.Similarity, 4),
        })]),
    };

    private static JsonObject Head(Report report) => new()
    {
        ["file"] = report.FileName,
        ["organ"] = report.Organ,
        ["year"] = report.Year,
        ["edition"] = report.Edition,
    };

    private static JsonArray Cells(IReadOnlyList<CellDifference> cells) => new([.. cells.Select(cell => (JsonNode)new JsonObject
    {
        ["at"] = cell.Path,
        ["name"] = cell.Name,
        ["a"] = cell.A,
        ["b"] = cell.B,
        ["change"] = cell.Change,
    })]);

    /// <summary>Paths up to their last part, which is enough for people.</summary>
    private static IEnumerable<string> Tables(IEnumerable<string> paths) => paths.Select(path => path[..path.LastIndexOf('.')]).Distinct(StringComparer.Ordinal);

    private static string Number(decimal? figure) => figure is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : "缺";

    private static string Signed(decimal change) => change.ToString("+0.######;-0.######", CultureInfo.InvariantCulture);
}
