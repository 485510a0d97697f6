using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Reading;

/// <summary>
/// 正则: the patterns of the readers, compiled with the program. Neighbouring parts share no characters and repeats are short, so that no
/// input makes them slow (the limit of ten seconds is for what nobody thought of); patterns that cannot backtrack at all would be built anew at every start, which costs more than reading a report.
/// </summary>
internal static partial class Regexes
{
    [GeneratedRegex(@"^\s*(\S{1,12}\s+){14}\S{1,12}\s*$", RegexOptions.ExplicitCapture, 10_000)]
    public static partial Regex FifteenFigures();

    /// <summary>The fixed part of every title.</summary>
    [GeneratedRegex(@"(政府信息公开|政务公开|信息公开)(工作)?(的)?(年度)?(工作)?(报告|年报)", RegexOptions.ExplicitCapture, 10_000)]
    public static partial Regex TitleWords();

    [GeneratedRegex(@"(?<year>(19|20)[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2})年?度?", RegexOptions.ExplicitCapture, 10_000)]
    public static partial Regex Year();

    [GeneratedRegex(@"(?<year>20[0-9]{2})年0?1月0?1日(起)?(至|到|-|~|—)+(?<until>20[0-9]{2})?年?12月31日", RegexOptions.ExplicitCapture, 10_000)]
    public static partial Regex Period();

    [GeneratedRegex(@"(发布时间|发布日期|发文时间|发布于|PubDate|时间|日期)[:：]?(?<date>20[0-9]{2}[-年/.][0-9]{1,2}[-月/.][0-9]{1,2})", RegexOptions.ExplicitCapture, 10_000)]
    public static partial Regex Published();

    [GeneratedRegex(@"https?://[!-~]{4,300}", RegexOptions.ExplicitCapture, 10_000)]
    public static partial Regex Address();

    /// <summary>A line that opens a paragraph: （一） 一、 1. 第一 一是.</summary>
    [GeneratedRegex(@"^\s*(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}[.、)]|\([0-9]{1,2}\)|附件|联系)", RegexOptions.ExplicitCapture, 10_000)]
    public static partial Regex Opening();
}
