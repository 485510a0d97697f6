using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>标准栏目: data/catalogue/columns.json, the columns that hold until a body changes one; what a body opens only when it needs it is hidden.</summary>
public static class StandardColumns
{
    /// <summary>法定主动公开内容.</summary>
    public const string Statutory = "statutory_content";

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly IReadOnlyList<ColumnRow> s_rows = Read();

    public static IReadOnlyList<CatalogueColumn> All { get; } = [.. s_rows.Select(Column)];

    public static CatalogueColumn? Of(string key) => All.FirstOrDefault(column => column.Key == key);

    /// <summary>ColumnType of the META tags; null where nothing is said.</summary>
    public static string? TypeOf(string key) => s_rows.FirstOrDefault(column => column.Key == key)?.Type;

    private static CatalogueColumn Column(ColumnRow column, int i) => new(default, column.Key)
    {
        Name = column.Name,
        Parent = column.Parent,
        Content = Words.Parse<ColumnContent>(column.Content),
        Rank = i + 1,
        IsShown = column.Shown,
        TakesChosen = column.Chosen,
        UpdatedAs = column.UpdatedAs,
        Rule = (column.Rule is { } rule ? new DocumentRule(rule.Items ?? [], [.. (rule.Kinds ?? []).Select(Words.Parse<DocumentKind>)], rule.Topics ?? []) { Ended = rule.Ended } : DocumentRule.Nothing).Demand(),
    };

    private static IReadOnlyList<ColumnRow> Read()
    {
        using var stream = typeof(StandardColumns).Assembly.GetManifestResourceStream("catalogue/columns.json")!;
        return JsonSerializer.Deserialize<ColumnFile>(stream, s_json)!.Columns;
    }

    private sealed record ColumnFile(string About, IReadOnlyList<ColumnRow> Columns);

    private sealed record ColumnRow(string Key, string Name, string Content, string? Parent = null, RuleRow? Rule = null, string? UpdatedAs = null, bool Shown = true, bool Chosen = false, string? Type = null);

    private sealed record RuleRow(IReadOnlyList<string>? Items = null, IReadOnlyList<string>? Kinds = null, IReadOnlyList<string>? Topics = null, bool Ended = false);
}
