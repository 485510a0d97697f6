using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Output;

namespace Gongkai.AnnualReports.Comparing;

/// <summary>汇总前的核对: what forbids adding reports, and what a person should think about first.</summary>
internal static class AggregationGuard
{
    /// <exception cref="NotAddableException">They must not be added.</exception>
    public static void Check(IReadOnlyList<Report> parts)
    {
        if (parts.Count == 0)
            throw new NotAddableException("没有可以汇总的报告");
        foreach (var part in parts)
        {
            if (part.Form is null)
                throw new NotAddableException($"{Of(part)}不是统一格式，没有可以相加的表格");
            if (part.Organ is null || part.Year is null)
                throw new NotAddableException($"{Of(part)}读不出机关名称或者年度，不能确定有没有重复，请补上标题");
        }

        Refuse("年度", parts.GroupBy(part => $"{part.Year}"));
        Refuse("格式", parts.GroupBy(part => part.Form!.Name));

        RefuseTwice(parts);
    }

    /// <summary>Sorted by the end of their names, the spellings of one body (with and without its city before it) follow each other.</summary>
    private static void RefuseTwice(IReadOnlyList<Report> parts)
    {
        var byEnd = parts.Select(part => (Part: part, End: new string([.. OrganName.Key(part.Organ!).Reverse()]))).OrderBy(part => part.End, StringComparer.Ordinal).ToList();
        for (var i = 0; i < byEnd.Count; i++)
        {
            for (var j = i + 1; j < byEnd.Count && byEnd[j].End.StartsWith(byEnd[i].End, StringComparison.Ordinal); j++)
            {
                if (OrganName.Same(byEnd[i].Part.Organ, byEnd[j].Part.Organ))
                    throw new NotAddableException($"同一机关不能计算两次：{Of(byEnd[i].Part)}，{Of(byEnd[j].Part)}");
            }
        }
    }

    public static IEnumerable<string> Warnings(string body, IReadOnlyList<Report> parts, IReadOnlyList<string>? expected)
    {
        foreach (var part in parts)
        {
            var name = OrganName.Key(part.Organ!);
            if (OrganName.Same(name, body))
                yield return $"{Of(part)}与汇总机关同名：应当是政府机关本级的报告，不能是上次的汇总报告";
            else if (Area(name) is { } area && parts.FirstOrDefault(other => !ReferenceEquals(other, part) && OrganName.Key(other.Organ!).StartsWith(area, StringComparison.Ordinal)) is { } inner)
                yield return $"{Of(part)}如果是汇总报告，就已经包含{inner.Organ}，会重复计算";
            if (expected is not null && !expected.Any(expectedName => OrganName.Same(expectedName, part.Organ)))
                yield return $"{Of(part)}不在应报名单中";
        }

        if (parts.Count > 1)
            yield return "联合制发的文件、联合作出的决定可能被几个机关各计一次（R082），请核对表二的合计";
    }

    /// <summary>云溪县 for 云泽市云溪县人民政府 or its office: the area whose departments an aggregated report would contain.</summary>
    private static string? Area(string organ)
    {
        var at = organ.IndexOf("人民政府", StringComparison.Ordinal);
        return at > 2 ? organ[..at] : null;
    }

    private static void Refuse(string what, IEnumerable<IGrouping<string, Report>> groups)
    {
        var found = groups.ToList();
        if (found.Count > 1)
            throw new NotAddableException($"{what}不同，不能相加：{string.Join("；", found.Select(group => $"{group.Key}：{string.Join("、", group.Take(3).Select(Of))}{(group.Count() > 3 ? $"等 {group.Count()} 份" : "")}"))}");
    }

    private static string Of(Report report) => report.FileName is { } file ? $"{Words.Name(report)}（{file}）" : Words.Name(report);
}
