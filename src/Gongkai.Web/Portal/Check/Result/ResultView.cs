using Gongkai.AnnualReports.Checking;

namespace Gongkai.Web.Portal.Check.Result;

/// <summary>体检结果: everything one request brought, readable or not.</summary>
public sealed class ResultView
{
    /// <param name="files">What the clinic says, file by file.</param>
    /// <param name="carried">Seals what the download buttons need.</param>
    public ResultView(IReadOnlyList<CheckedFile> files, Carried carried)
    {
        Files = files;
        Reports = [.. files
            .SelectMany(file => file.Reports, (file, result) => (file, result))
            .Select((one, index) => new ReportView(index + 1, one.file.File, one.result) { Carried = carried.Seal(one.file.File, one.result) })];
        Unreadable = [.. files.Where(file => file.Error is not null)];
        Years = YearsView.Of(Reports);
    }

    public IReadOnlyList<CheckedFile> Files { get; }

    public IReadOnlyList<ReportView> Reports { get; }

    /// <summary>Files without a report, with the reason.</summary>
    public IReadOnlyList<CheckedFile> Unreadable { get; }

    public IReadOnlyList<YearsView> Years { get; }

    /// <summary>True when a list of what came in helps: more than one report or file.</summary>
    public bool HasOverview => Reports.Count + Unreadable.Count > 1;

    /// <summary>Name of the sample shown, where it is one.</summary>
    public string? Sample { get; init; }

    public string Heading => (Reports, Unreadable) switch
    {
        ([var only], []) => only.Name,
        ([], [_]) => "没有读出年度报告",
        ([], _) => "没有读出年度报告",
        _ => $"{Reports.Count} 份报告的体检结果",
    };
}
