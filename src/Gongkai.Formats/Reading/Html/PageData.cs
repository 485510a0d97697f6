using AngleSharp.Dom;

namespace Gongkai.Formats.Reading.Html;

/// <summary>页面信息: what a page says about its article outside of it: title, date, source, index number.</summary>
internal static class PageData
{
    private const int LongestLine = 120;
    private const int MostLines = 12;
    private const int MostLookedAt = 2_000_000;

    private static readonly Dictionary<string, string> s_metadata = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ArticleTitle"] = "",
        ["PubDate"] = "发布时间：",
        ["publishdate"] = "发布时间：",
        ["ContentSource"] = "来源：",
    };

    private static readonly HashSet<string> s_holders = ["h1", "h2", "h3", "p", "div", "span", "td", "li"];
    private static readonly HashSet<string> s_aside = ["a", "nav", "footer", "script", "style"];
    private static readonly string[] s_labels = ["发布时间", "发布日期", "公开日期", "生成日期", "成文日期", "发文日期", "索引号", "信息来源", "来源", "发布机构", "发文机关", "文号"];

    public static IEnumerable<string> Metadata(IDocument document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var meta in Walk.Below(document).OfType<IElement>().Where(element => element.LocalName == "meta"))
        {
            if (meta.GetAttribute("name") is { } name && s_metadata.TryGetValue(name, out var label) && meta.GetAttribute("content")?.Trim() is { Length: > 0 } value && seen.Add(label))
                yield return label + value;
        }
    }

    /// <summary>Lines above the article: its title and the line with date and source.</summary>
    public static IEnumerable<string> AroundArticle(IElement body, IElement article)
    {
        var lines = new List<string>();
        var looked = 0;
        var around = Ancestors(article);
        foreach (var node in Walk.Below(body, element => s_aside.Contains(element.LocalName)))
        {
            if (node is not IElement element || !(element == article || s_holders.Contains(element.LocalName)))
                continue;
            if (element == article || lines.Count == MostLines || looked > MostLookedAt)
                break;
            if (around.Contains(element) || !HtmlFlow.IsShown(element))
                continue;
            var content = element.TextContent;
            looked += content.Length;
            if (content.Length > LongestLine * 20)
                continue;
            var text = string.Join(' ', content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length is > 3 and < LongestLine && IsWanted(element, text) && !lines.Exists(line => line.Contains(text, StringComparison.Ordinal)))
                lines.Add(text);
        }
        return lines;
    }

    private static HashSet<INode> Ancestors(IElement article)
    {
        var around = new HashSet<INode>();
        for (var at = article.Parent; at is not null; at = at.Parent)
            around.Add(at);
        return around;
    }

    private static bool IsWanted(IElement element, string text) =>
        (text.Contains("年度报告", StringComparison.Ordinal) && element.QuerySelector("a") is null)
        || element.LocalName == "h1"
        || Array.Exists(s_labels, label => text.Contains(label, StringComparison.Ordinal) && (text.Contains('：', StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal)));
}
