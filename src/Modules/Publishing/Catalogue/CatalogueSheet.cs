using System.Buffers;
using System.Text;
using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>目录表: a line as one row of a table, with the titles people know; what is downloaded can be imported again.</summary>
public static class CatalogueSheet
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\",\r\n;\t");

    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("matter", "公开事项", (line, _) => line.Matter) { IsNeeded = true },
        new("content", "公开内容", (line, _) => line.Content) { IsNeeded = true },
        new("article20_item", "法定公开事项", (line, _) => Classes.Item(line.Article20Item)?.Label) { IsNeeded = true },
        new("basis", "公开依据", (line, _) => line.Basis),
        new("limit", "公开时限", (line, _) => line.Limit.Name),
        new("section", "责任科室", (line, names) => names.NameOf(line.Section)),
        new("officer", "责任人", (line, names) => names.NameOf(line.Officer)),
        new("manner", "公开方式", (line, _) => line.Manner.Name),
        new("channels", "公开渠道", (line, _) => line.Channels),
        new("audience", "公开对象", (line, _) => line.Audience),
        new("column", "栏目", (line, names) => names.Column(line.Column)?.Name ?? line.Column) { IsNeeded = true },
        new("rhythm", "更新周期", (line, _) => line.Rhythm?.RhythmName),
        new("stage", "五公开环节", (line, _) => line.Stage?.Name),
        new("kind", "事项种类", (line, _) => line.Kind?.Name),
        new("topic", "主题分类", (line, _) => line.Topic),
        new("own_section_only", "只计责任科室", (line, _) => line.OwnSectionOnly ? "是" : null),
    ];

    /// <summary>CSV with titles, lines ended as spreadsheets end them.</summary>
    public static string Write(IEnumerable<LineContent> lines, LineNames names)
    {
        var sheet = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Title)).Append("\r\n");
        foreach (var line in lines)
            sheet.AppendJoin(',', Columns.Select(column => Quoted(column.Of(line, names)))).Append("\r\n");
        return sheet.ToString();
    }

    /// <summary>A row as it was typed.</summary>
    /// <exception cref="RefusedException">A value is none of those it may be.</exception>
    public static LineContent Read(Func<string, string> cell, LineNames names) => new LineContent
    {
        Matter = cell("matter"),
        Content = cell("content"),
        Article20Item = Item(cell("article20_item")),
        Basis = cell("basis"),
        Limit = cell("limit") is { Length: > 0 } limit ? DayCount.Parse(limit, "公开时限", "limit") : DayCount.Article26,
        Section = names.Section(cell("section")),
        Officer = names.Officer(cell("officer")),
        Manner = OneOf<DisclosureAttribute>(cell("manner"), "公开方式", "manner", one => one.Name) ?? DisclosureAttribute.Proactive,
        Channels = cell("channels") is { Length: > 0 } channels ? channels : "政府网站",
        Audience = cell("audience") is { Length: > 0 } audience ? audience : "全社会",
        Column = names.Columns.FirstOrDefault(column => column.Name == cell("column") || column.Key == cell("column"))?.Key ?? throw new RefusedException($"没有栏目“{cell("column")}”。", "column"),
        Rhythm = cell("rhythm") is { Length: > 0 } rhythm ? DayCount.Parse(rhythm, "更新周期", "rhythm") : null,
        Stage = OneOf<OpennessStage>(cell("stage"), "五公开环节", "stage", one => one.Name),
        Kind = OneOf<DocumentKind>(cell("kind"), "事项种类", "kind", one => one.Name),
        Topic = cell("topic"),
        OwnSectionOnly = cell("own_section_only") is "是" or "true",
    }.Demand();

    /// <summary>By key, by number （五） or by its whole label.</summary>
    private static string Item(string text) =>
        Classes.Article20.FirstOrDefault(item => item.Key == text || item.Label == text || item.Name == text || (item.Number.Length > 0 && text.Trim('（', '）', '(', ')') == item.Number))?.Key
        ?? throw new RefusedException($"法定公开事项“{text}”应当是（一）至（十五），或者第二十一条的事项。", "article20_item");

    private static T? OneOf<T>(string text, string label, string field, Func<T, string> name)
        where T : struct, Enum =>
        text.Length == 0 ? null
        : Enum.GetValues<T>().Where(value => name(value) == text).Cast<T?>().FirstOrDefault() ?? throw new RefusedException($"{label}“{text}”应当是：{string.Join("、", Enum.GetValues<T>().Select(name))}。", field);

    /// <summary>Quoted where it must be; what a spreadsheet would take for a formula stays text.</summary>
    private static string Quoted(string? value)
    {
        value ??= "";
        if (value.Length > 0 && "=+-@\t".Contains(value[0], StringComparison.Ordinal))
            value = "'" + value;
        return value.AsSpan().ContainsAny(s_quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}

/// <summary>One column of the table.</summary>
public sealed record SheetColumn(string Key, string Title, Func<LineContent, LineNames, string?> Of)
{
    public bool IsNeeded { get; init; }
}
