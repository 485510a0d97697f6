using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>
/// 年份一致: title, lead, text and file name speak of one report year. Only words that name the report year itself are looked at: plans for the
/// next year, documents 〔2021〕 and comparisons with other years are none of them.
/// </summary>
public sealed partial class YearsAgree : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R018", "年份前后不一致", "Years in title, text and file name disagree", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Year is not null;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var year = report.Year!.Value;
        if (report.Title is { } title && YearInTitle().Match(title) is { Success: true } inTitle && Number(inTitle) != year)
            yield return Fail(["title"], $"标题“{title.Trim()}”写 {Number(inTitle)} 年，正文报告的是 {year} 年");
        if (report.FileName is { } file && YearOfFile(file) is { } inName && inName != year)
            yield return Fail(["file"], $"文件名“{file}”写 {inName} 年，报告的是 {year} 年");

        var own = year.ToString(CultureInfo.InvariantCulture);
        foreach (var section in report.Narrative.Sections)
        {
            foreach (var (place, words) in Others(section, own))
                yield return Fail([section.Key], $"“{words}”与报告年份 {year} 年不一致；请核对是否沿用了其他年度的文字", section.PlaceAt(place, words));
        }
    }

    private static IEnumerable<(int Place, string Words)> Others(NarrativeSection section, string own)
    {
        var offset = 0;
        foreach (var paragraph in section.Paragraphs)
        {
            var text = paragraph.Text;
            if (section.Key == "lead")
            {
                foreach (Match match in ReportNamed().Matches(text))
                {
                    if (!IsYear(match, own) && !IsQuoted(text, match.Index))
                        yield return (offset + match.Index, match.Value);
                }
            }
            else if (section.Key == "s1" && OpensWithYear().Match(text) is { Success: true } opening && !IsYear(opening, own) && !text.Contains(own, StringComparison.Ordinal))
            {
                yield return (offset + opening.Groups["year"].Index, opening.Value.Trim());
            }

            var speaks = text.Contains("信息公开申请", StringComparison.Ordinal) || text.Contains("信息处理费", StringComparison.Ordinal);
            for (var match = speaks ? FeeOrRequests().Match(text) : Match.Empty; match.Success; match = match.NextMatch())
            {
                if (!IsYear(match, own) && !SentenceAt(text, match.Index).Contains(own, StringComparison.Ordinal) && !IsQuoted(text, match.Index))
                    yield return (offset + match.Index, match.Value);
            }

            offset += text.Length + 1;
        }
    }

    private static bool IsYear(Match match, string own) => match.Groups["year"].ValueSpan.SequenceEqual(own);

    /// <summary>Inside 《》 stands another document's title, with its own year.</summary>
    private static bool IsQuoted(string text, int index) => text.LastIndexOf('《', index) > text.LastIndexOf('》', index);

    private static string SentenceAt(string text, int index)
    {
        var start = text.LastIndexOf('。', index) + 1;
        var end = text.IndexOf('。', index);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static int Number(Match match) => int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The year a file name gives to the report: 2022年 before the name of the report; dates and upload numbers are no report year.</summary>
    private static int? YearOfFile(string file) => YearInTitle().Match(file) is { Success: true } match ? Number(match) : null;

    [GeneratedRegex("(?<!\\d)(?<year>20\\d{2})\\s{0,3}年度?[^0-9]{0,20}(报告|年报)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex YearInTitle();

    [GeneratedRegex("(?<!\\d)(?<year>20\\d{2})\\s{0,3}年度?(政府|政务)?信息公开(工作)?(年度报告|年报)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ReportNamed();

    [GeneratedRegex("^\\s{0,10}([（(][一二三四五六七八九十][）)][^。，,0-9]{0,16}。?\\s{0,3})?(?<year>20\\d{2})\\s{0,3}年度?\\s{0,3}[，,]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OpensWithYear();

    [GeneratedRegex("(?<!\\d)(?<year>20\\d{2})\\s{0,3}年度?[，,]?[^。；，,;《》0-9]{0,16}((收到|受理|收取|未收|没有收)[^。；，,;《》0-9]{0,10}(信息公开申请|信息处理费))", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex FeeOrRequests();
}
