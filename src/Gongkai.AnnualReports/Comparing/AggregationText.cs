namespace Gongkai.AnnualReports.Comparing;

/// <summary>汇总说明: the text of a summed report says what was added and what is missing; the rest is for the office to write.</summary>
internal static class AggregationText
{
    public static Narrative Of(string body, int year, IReadOnlyList<Report> parts, IReadOnlyList<string> absent, int missingCells)
    {
        List<NarrativeParagraph> lead =
        [
            new($"本报告由{body}所属机关和下级政府的{year}年政府信息公开工作年度报告汇总，统计期限自{year}年1月1日起至12月31日止。"),
            new($"计入下列 {parts.Count} 个机关：{string.Join("、", parts.Select(part => part.Organ))}。"),
        ];
        if (absent.Count > 0)
            lead.Add(new($"尚缺下列 {absent.Count} 个机关的报告，没有计入：{string.Join("、", absent)}。"));
        if (missingCells > 0)
            lead.Add(new($"有 {missingCells} 个数因下级报告缺失或读不准而没有合计，表中标为“缺”。"));
        lead.Add(new("联合制发的文件和联合作出的决定可能由几个机关分别计算，表二的合计应当核对后使用。"));
        return new Narrative([new NarrativeSection("lead", null, lead)]);
    }
}
