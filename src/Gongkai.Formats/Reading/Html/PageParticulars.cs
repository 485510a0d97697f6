using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Formats.Reading.Html;

/// <summary>页面要素表: what a site says of a document around it, label beside value: 索引号、成文日期、发文机关.</summary>
public static class PageParticulars
{
    private const int LongestLabel = 12;
    private const int LongestValue = 200;
    private const int Most = 60;

    /// <exception cref="UnreadableFileException">The page would cost too much to parse.</exception>
    public static IReadOnlyList<(string Label, string Value)> Read(byte[] content)
    {
        var limits = ReadingLimits.Default;
        var html = HtmlDecoding.Decode(content, limits);
        HtmlGuard.Check(html, limits.Nesting);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        return [.. document.QuerySelectorAll("td,th,dt,span,b,strong,label,i").Select(Pair).OfType<(string, string)>().Take(Most)];
    }

    private static (string, string)? Pair(IElement element)
    {
        var label = Words(element.TextContent);
        if (label.Length is < 2 or > LongestLabel || label[^1] is not ('：' or ':'))
            return null;
        // The value stands beside the label, or beside the cell the label alone fills.
        var beside = element.NextElementSibling ?? (element.ParentElement is { LocalName: "td" or "th" } cell && Words(cell.TextContent) == label ? cell.NextElementSibling : null);
        var value = beside is null ? "" : string.Join(' ', beside.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return value.Length is > 0 and <= LongestValue ? (label.TrimEnd('：', ':'), value) : null;
    }

    private static string Words(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
