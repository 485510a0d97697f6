using Gongkai.Publishing;

namespace Gongkai.Web.Portal.Frame;

/// <summary>固定栏目: the uniform four columns and 依申请公开, where each stands, and what its META tags call it.</summary>
public static class PortalColumns
{
    public const string Guide = "guide";
    public const string Rules = "system_rules";
    public const string Statutory = StandardColumns.Statutory;
    public const string Reports = "annual_reports";
    public const string Requests = "request_entry";

    public static IReadOnlyList<PortalColumn> Fixed { get; } =
    [
        new(Guide, "guide", "信息公开指南"),
        new(Rules, "rules", "政策文件"),
        new(Statutory, "content", "信息公开目录"),
        new(Reports, "reports", "信息公开年报"),
        new(Requests, "apply", "依申请公开"),
    ];

    public static PortalColumn Of(string key) => Fixed.First(column => column.Key == key);

    /// <summary>ColumnType of the META tags: as the standard says, for a column of a body's own after what it is to hold.</summary>
    public static string TypeOf(CatalogueColumn column) =>
        Fixed.FirstOrDefault(one => one.Key == column.Key)?.Type ?? StandardColumns.TypeOf(column.Key) ?? (column.TakesChosen ? column.UpdatedAs switch { "news" => "工作动态", "policy" => "政策文件", _ => null } : null) ?? "信息公开目录";

    /// <summary>`/kjj/content/a20_01`.</summary>
    public static string AddressOf(string body, CatalogueColumn column) => column.Parent == Statutory ? $"/{body}/content/{column.Key}"
        : Fixed.FirstOrDefault(one => one.Key == column.Key) is { } one ? $"/{body}/{one.Segment}" : $"/{body}/content/{column.Key}";
}

/// <summary>固定栏目: its key, its part of the address, and the ColumnType of its META tags.</summary>
public sealed record PortalColumn(string Key, string Segment, string Type);

/// <summary>栏目标签: what a page says of its column to those who collect META tags.</summary>
public sealed record ColumnTags(string Name, string Description, string Keywords, string Type);
