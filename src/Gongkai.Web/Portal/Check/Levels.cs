namespace Gongkai.Web.Portal.Check;

/// <summary>机关层级: the levels of body that facts may name.</summary>
public static class Levels
{
    public static IReadOnlyList<(string Key, string Label)> All { get; } =
    [
        ("department", "政府部门"),
        ("township", "乡镇、街道"),
        ("government_organ", "政府机关本身（办公厅、室）"),
        ("county", "县级政府（汇总）"),
        ("prefecture", "市级政府（汇总）"),
        ("province", "省级政府（汇总）"),
        ("central", "国务院部门"),
    ];

    public static IReadOnlyCollection<string> Keys { get; } = [.. All.Select(level => level.Key)];
}
