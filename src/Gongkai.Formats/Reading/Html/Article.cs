using AngleSharp.Dom;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Html;

/// <summary>正文区域: finds the element of a page that holds the article, so that menus and link lists stay outside.</summary>
internal static class Article
{
    private const int HighestClimb = 6;
    private const int MostMarks = 200;

    // Names that content systems of Chinese government sites give to the article.
    private static readonly string[] s_names =
        ["zoom", "ucap-content", "trs_editor", "trs_editor_view", "article-content", "article_content", "articlecontent", "article-con", "pages_content", "news_content", "content-text", "vsb_content", "xxgk_content", "ueditor", "j-content"];

    private static readonly HashSet<string> s_blocks = ["p", "div", "td", "li", "h1", "h2", "h3", "h4", "section"];
    private static readonly HashSet<string> s_aside = ["a", "nav", "footer"];
    private static readonly HashSet<string> s_holders = ["td", "div", "section", "article", "body"];

    /// <summary>The element of the article; the body itself when nothing better shows.</summary>
    public static IElement Find(IElement body)
    {
        var marks = Marks(body);
        if (marks.Count < 2)
            return Walk.Below(body).OfType<IElement>().FirstOrDefault(IsNamed) is { } named && named.TextContent.Length * 3 > body.TextContent.Length ? named : body;
        var common = marks.Aggregate(Common);
        for (var at = common; at is not null && at != body; at = at.ParentElement)
        {
            if (IsNamed(at))
                return at;
        }
        return Climb(common, body);
    }

    // Headings of sections and data tables.
    private static List<IElement> Marks(IElement body)
    {
        var marks = new List<IElement>();
        var seen = new HashSet<IElement>();
        List<IElement> tables = [];
        foreach (var node in Walk.Below(body))
        {
            if (node is IText text && seen.Count < MostMarks && BeginsWithNumeral(text.Data) && Walk.Nearest(text.ParentElement, s_blocks) is { } block && seen.Add(block)
                && Headings.IsSection(block.TextContent) && Walk.Nearest(block, s_aside) is null)
                marks.Add(block);
            else if (node is IElement { LocalName: "table" } table)
                tables.Add(table);
        }
        marks.AddRange(tables.Where(table => !Walk.Below(table).Any(node => node is IElement { LocalName: "table" }) && table.TextContent.Contains("第二十条", StringComparison.Ordinal)));
        return marks;
    }

    private static bool BeginsWithNumeral(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        return !trimmed.IsEmpty && "一二三四五六七八九十".Contains(trimmed[0], StringComparison.Ordinal);
    }

    private static IElement Common(IElement one, IElement other)
    {
        var above = new HashSet<IElement>();
        for (var at = one; at is not null; at = at.ParentElement)
            above.Add(at);
        var common = other;
        while (!above.Contains(common) && common.ParentElement is { } parent)
            common = parent;
        return common;
    }

    // Up while what is added is text of its own, not links, and less than what is there.
    private static IElement Climb(IElement from, IElement body)
    {
        var at = from;
        for (var step = 0; step < HighestClimb && at != body && at.ParentElement is { } parent; step++)
        {
            var added = parent.TextContent.Length - at.TextContent.Length;
            var links = LinkText(parent) - LinkText(at);
            if (added > at.TextContent.Length || links * 3 > added)
                break;
            at = parent;
        }
        // A row or cell alone is no article: its table is.
        return at.LocalName is "tr" or "tbody" or "table" or "p" or "span" ? Walk.Nearest(at, s_holders) ?? body : at;
    }

    private static int LinkText(IElement element) => Walk.Below(element).Sum(node => node is IElement { LocalName: "a" } ? node.TextContent.Length : 0);

    private static bool IsNamed(IElement element) =>
        element.Id is { Length: > 0 } id && Array.Exists(s_names, name => id.Equals(name, StringComparison.OrdinalIgnoreCase))
        || element.ClassList.Any(style => Array.Exists(s_names, name => style.Equals(name, StringComparison.OrdinalIgnoreCase)));
}
