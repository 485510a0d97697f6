namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>沿革: whether two reports are of one body in two years that follow each other.</summary>
internal static class Succession
{
    /// <summary>Why they must not be compared, in Chinese; null when they may be.</summary>
    public static string? WhyNot(Report report, Report earlier) =>
        IsOtherBody(report, earlier)
            ? $"上年报告的机关是“{earlier.Organ}”，本报告的机关是“{report.Organ}”，没有机构沿革的对应关系，不作跨年比较"
            : WhyNotTheYearBefore(report, earlier);

    /// <summary>True when both name their body and the names differ; a report without a name was put beside this one by a person.</summary>
    public static bool IsOtherBody(Report report, Report earlier) =>
        report.Organ is not null && earlier.Organ is not null && !OrganName.Same(report.Organ, earlier.Organ);

    public static string? WhyNotTheYearBefore(Report report, Report earlier)
    {
        if (report.Year is null || earlier.Year is null)
            return "有一份报告的年度不明，不能确定是否前后两年";
        return earlier.Year == report.Year - 1 ? null : $"给出的是{earlier.Year}年的报告，不是{report.Year}年的上一年度报告";
    }
}
