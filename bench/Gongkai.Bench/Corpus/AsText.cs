using System.Text;
using Gongkai.AnnualReports.Tests.Reading;

namespace Gongkai.Bench.Corpus;

/// <summary>A report as the plain text that reaches us most: one cell a line, and tab grids.</summary>
internal static class AsText
{
    private const string ShortOverview = "按要求做好政府信息公开工作。\n（一）主动公开。按目录发布信息。\n（二）依申请公开。规范办理申请。\n（三）政府信息管理。先审查后公开。\n（四）平台建设。维护网站专栏。\n（五）监督保障。组织业务培训。";

    public static byte[] Write(SyntheticReport report, int index) => Encoding.UTF8.GetBytes(
        (index % 2 == 0 ? Layouts.CellPerLine(report.Figures) : Layouts.TabGrid(report.Figures))
            .Replace(ShortOverview, $"按要求做好政府信息公开工作。\n{string.Join('\n', report.Overview)}", StringComparison.Ordinal)
            .Replace("主要问题是解读形式单一。下一步将丰富形式。", report.Problems, StringComparison.Ordinal)
            .Replace("本年度未收取信息处理费。", report.Others, StringComparison.Ordinal)
            .Replace($"{report.Form.Years.From}年", $"{report.Year}年", StringComparison.Ordinal)
            .Replace(Layouts.Organ, report.Organ, StringComparison.Ordinal));
}
