using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>标准栏目: data/catalogue/columns.json, the uniform columns that hold until a body changes one.</summary>
public static class StandardColumns
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static IReadOnlyList<CatalogueColumn> All { get; } = Read();

    private static List<CatalogueColumn> Read()
    {
        using var stream = typeof(StandardColumns).Assembly.GetManifestResourceStream("catalogue/columns.json")!;
        var file = JsonSerializer.Deserialize<ColumnFile>(stream, s_json)!;
        return
        [
            .. file.Columns.Select((column, i) => new CatalogueColumn(default, column.Key)
            {
                Name = column.Name,
                Parent = column.Parent,
                Content = Words.Parse<ColumnContent>(column.Content),
                Rank = i + 1,
                UpdatedAs = column.UpdatedAs,
                Rule = (column.Rule is { } rule ? new DocumentRule(rule.Items ?? [], [.. (rule.Kinds ?? []).Select(Words.Parse<DocumentKind>)], rule.Topics ?? []) : DocumentRule.Nothing).Demand(),
            }),
        ];
    }

    private sealed record ColumnFile(string About, IReadOnlyList<ColumnRow> Columns);

    private sealed record ColumnRow(string Key, string Name, string Content, string? Parent = null, RuleRow? Rule = null, string? UpdatedAs = null);

    private sealed record RuleRow(IReadOnlyList<string>? Items = null, IReadOnlyList<string>? Kinds = null, IReadOnlyList<string>? Topics = null);
}
