namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>期限: the last day on which a kind of body may publish.</summary>
/// <param name="Who">The kind of body, in Chinese.</param>
/// <param name="Law">Last day by article 49; null where only the notices bind (townships).</param>
/// <param name="Notice">Last day by the notices on the format.</param>
internal sealed record PublicationLimit(string Who, DateOnly? Law, DateOnly Notice)
{
    private static readonly string[] s_departments =
        ["局", "委", "委员会", "厅", "部", "司", "署", "总局", "管理处", "中心", "总队", "支队", "大队", "分局", "法院", "检察院", "银行", "海关"];

    private static readonly string[] s_townships = ["镇人民政府", "乡人民政府", "街道办事处", "街道办", "苏木人民政府", "街道"];

    /// <summary>The limit for a level of <see cref="Facts.Level"/>, or null for one that is not known.</summary>
    public static PublicationLimit? Of(string? level, int year) => level switch
    {
        "department" => new("政府部门", new(year, 1, 31), new(year, 1, 31)),
        "government_organ" => new("政府机关本级的报告", new(year, 1, 31), new(year, 1, 31)),
        "township" => new("乡镇、街道", null, new(year, 1, 31)),
        "county" => new("县级政府的汇总报告", new(year, 3, 31), new(year, 2, 20)),
        "prefecture" => new("地市级政府的汇总报告", new(year, 3, 31), new(year, 3, 10)),
        "province" => new("省级政府的汇总报告", new(year, 3, 31), new(year, 3, 31)),
        "central" => new("国务院部门和垂直管理系统的报告", new(year, 3, 31), new(year, 3, 31)),
        _ => null,
    };

    /// <summary>The level where the name alone tells it; a 人民政府 or its office may have published its own or the aggregated report.</summary>
    public static string? LevelOf(string? organ)
    {
        if (organ is null)
            return null;
        var name = OrganName.Key(organ);
        if (s_townships.Any(end => name.EndsWith(end, StringComparison.Ordinal)))
            return "township";
        return s_departments.Any(end => name.EndsWith(end, StringComparison.Ordinal)) && !IsOfState(name) ? "department" : null;
    }

    /// <summary>国家税务总局 and its offices belong to vertical systems, whose aggregated reports are due later.</summary>
    private static bool IsOfState(string name) => name.StartsWith("国家", StringComparison.Ordinal) || name.StartsWith("国务院", StringComparison.Ordinal) || name.StartsWith("中华人民共和国", StringComparison.Ordinal) || name.StartsWith("中国", StringComparison.Ordinal);
}
