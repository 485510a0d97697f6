using System.Net;
using System.Text.RegularExpressions;

namespace Gongkai.Web.Portal.Documents.Books;

/// <summary>章内标题: below the title of the page, so that who moves from heading to heading finds one order; a chapter's own title is not said twice.</summary>
public static partial class ChapterHeadings
{
    /// <param name="html">Cleaned, so its tags are of one form.</param>
    /// <param name="title">What the page says already.</param>
    public static string Under(string html, string title)
    {
        if (First.Match(html) is { Success: true } first && Same(first.Groups["words"].Value, title))
            html = $"{html[..first.Groups["heading"].Index]}{(first.Groups["place"].Success ? $"<div{first.Groups["place"].Value}></div>" : "")}{html[(first.Groups["heading"].Index + first.Groups["heading"].Length)..]}";
        var highest = Opening.Matches(html).Select(match => match.Groups["level"].ValueSpan[0] - '0').DefaultIfEmpty(2).Min();
        return highest == 2 ? html : Tag.Replace(html, tag => $"{tag.Groups["start"].Value}{Math.Min(6, tag.Groups["level"].ValueSpan[0] - '0' + 2 - highest)}");
    }

    private static bool Same(string words, string title) => Plain(WebUtility.HtmlDecode(Marks.Replace(words, ""))) == Plain(title);

    private static string Plain(string words) => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex("^(<div[^>]*>\\s*)*(?<heading><h[1-6](?<place> id=\"[^\"]*\")?[^>]*>(?<words>.*?)</h[1-6]>)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex First { get; }

    [GeneratedRegex("<h(?<level>[1-6])(?=[ >])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening { get; }

    [GeneratedRegex("(?<start></?h)(?<level>[1-6])(?=[ >])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks { get; }
}
