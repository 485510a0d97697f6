using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>公布位置: in the 政府信息公开 column of the government's site; page and attachment say the same.</summary>
public sealed class PublicationPlace : Rule
{
    /// <summary>Parts of addresses under which sites keep the column: 政府信息公开, 信息公开, 政务公开, 公开年报.</summary>
    private static readonly string[] s_columns =
        ["zfxxgk", "xxgk", "zwgk", "gknb", "gkndbg", "xxgknb", "nbxx", "zfgk", "gkzl", "fdzdgk", "openinfo", "govopen", "ndbg", "/nb/"];

    public override RuleDescriptor Descriptor { get; } = new("R085", "公布位置或者附件不合要求", "Not published in the disclosure column, or page and attachment differ", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        foreach (var copy in subject.Copies)
        {
            if (Difference(subject.Report, copy) is { } found)
                yield return found;
        }

        var address = subject.Facts?.Url ?? subject.Report.Url;
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return CannotTell(["url"], address is null ? "不知道公布的网址；补充公布网址（url）后可以判断" : $"“{address}”不是完整的网址");
        else if (!IsGovernment(url.Host))
            yield return Fail(["url"], $"{url.Host} 不是政府网站（gov.cn）。年度报告应当在政府门户网站的政府信息公开专栏集中公布");
        else if (!s_columns.Any(column => url.AbsoluteUri.Contains(column, StringComparison.OrdinalIgnoreCase)))
            yield return CannotTell(["url"], "从网址看不出是否在政府信息公开专栏，请到网站上核对");
    }

    private static bool IsGovernment(string host) =>
        host.EndsWith(".gov.cn", StringComparison.OrdinalIgnoreCase) || host.Equals("gov.cn", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".政务", StringComparison.Ordinal);

    private Diagnostic? Difference(Report report, Report copy)
    {
        if (!ReferenceEquals(report.Form, copy.Form))
            return Fail(["edition"], $"与 {copy.FileName} 是同一份报告，但格式不同（{report.Form!.Name}，{copy.Form?.Name ?? "不是统一格式"}）");
        var differing = report.Form!.Cells.Where(cell => Differ(report[cell.Index], copy[cell.Index])).ToList();
        if (differing.Count == 0)
            return null;
        var first = differing[0];
        return Fail(
            [.. differing.Take(20).Select(cell => cell.Path)],
            $"与 {copy.FileName} 是同一份报告，但有 {differing.Count} 个数不同，例如“{first.Name}”这里是 {Text(report[first.Index])}，那里是 {Text(copy[first.Index])}",
            report[first.Index].Source);
    }

    /// <summary>A cell lost in one of two layouts is the reader's loss, not a difference of the publications.</summary>
    private static bool Differ(Cell one, Cell other) => one.IsUsable && other.IsUsable && (one.Value ?? 0) != (other.Value ?? 0);

    private static string Text(Cell cell) => $"{cell.Value ?? 0:0.######}";
}
