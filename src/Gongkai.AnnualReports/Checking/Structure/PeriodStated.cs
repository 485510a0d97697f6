using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>统计期限: 1 January to 31 December of the report year, said in the text.</summary>
public sealed partial class PeriodStated : ReportRule
{
    /// <summary>A range of dates speaks of the report's figures when one of these stands shortly before it.</summary>
    private static readonly string[] s_about = ["统计", "期限", "时限", "数据", "报告期", "起止"];

    private const int Shortly = 30;

    public override RuleDescriptor Descriptor { get; } = new("R017", "没有写明统计期限或者期限不对", "The period is not stated or is not the report year", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Narrative.Sections.Count > 0;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        Diagnostic? other = null;
        foreach (var section in report.Narrative.Sections)
        {
            if (!section.Text.Contains("31", StringComparison.Ordinal) && !section.Text.Contains("30", StringComparison.Ordinal))
                continue;
            foreach (Match range in Range().Matches(section.Text))
            {
                var isWholeYear = Is(range, "m1", 1) && Is(range, "d1", 1) && Is(range, "m2", 12) && Is(range, "d2", 31);
                var from = Number(range, "y1") ?? Number(range, "y2");
                var to = Number(range, "y2") ?? from;
                if (isWholeYear && from == to && (from is null || report.Year is null || from == report.Year))
                    return [];
                if (isWholeYear || SpeaksOfFigures(section.Text, range.Index))
                {
                    other ??= Fail(
                        [section.Key],
                        $"统计期限写作“{range.Value}”，应为{report.Year?.ToString(CultureInfo.InvariantCulture) ?? "报告"}年1月1日至12月31日",
                        section.PlaceAt(range.Index, range.Value));
                }
            }
        }

        return [other ?? Fail(["lead"], $"没有写明统计期限；请在开头写明“统计期限为{report.Year?.ToString(CultureInfo.InvariantCulture)}年1月1日至12月31日”")];
    }

    private static bool SpeaksOfFigures(string text, int index)
    {
        var before = text[Math.Max(0, index - Shortly)..index];
        return s_about.Any(word => before.Contains(word, StringComparison.Ordinal));
    }

    private static bool Is(Match range, string group, int number) => Number(range, group) == number;

    private static int? Number(Match range, string group) =>
        range.Groups[group].Success ? int.Parse(range.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        """((?<y1>20\d{2})\s{0,3}[年.\-/]\s{0,3})?(?<m1>1?\d)\s{0,3}[月.\-/]\s{0,3}(?<d1>[123]?\d)\s{0,3}(日|号)?\s{0,3}起?\s{0,3}[,，]?\s{0,3}(至|到|—{1,2}|–|－|-{1,2}|~|～)\s{0,3}((?<y2>20\d{2})\s{0,3}[年.\-/]\s{0,3}|当年|同年)?(?<m2>1[0-2]|0?\d)\s{0,3}[月.\-/]\s{0,3}(?<d2>[123]?\d)(?!\d)\s{0,3}(日|号)?""",
        RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Range();
}
