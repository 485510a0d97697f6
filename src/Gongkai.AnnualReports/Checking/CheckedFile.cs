namespace Gongkai.AnnualReports.Checking;

/// <summary>文件体检结果: the reports of one file with their diagnostics, or why it could not be read.</summary>
/// <param name="File">Name as given.</param>
/// <param name="Reports">Its reports in order; none when it could not be read.</param>
/// <param name="Error">In Chinese, why it could not be read and what to do; null when it was.</param>
public sealed record CheckedFile(string File, IReadOnlyList<CheckedReport> Reports, string? Error)
{
    public bool HasErrors => Reports.Any(report => report.HasErrors);
}
