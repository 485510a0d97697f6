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

    /// <summary>The element of the article; the body itself when nothing better shows.</summary>
    public static IElement Find(IElement body)
    {
        var marks = Marks(body);
        if (marks.Count < 2)
            return body.QuerySelectorAll("*").FirstOrDefault(IsNamed) is { } named && named.TextContent.Length * 3 > body.TextContent.Length ? named : body;
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
        foreach (var text in body.GetDescendants().OfType<IText>())
        {
            if (seen.Count == MostMarks)
                break;
            if (BeginsWithNumeral(text.Data) && text.ParentElement?.Closest("p,div,td,li,h1,h2,h3,h4,section") is { } block && seen.Add(block)
                && Headings.IsSection(block.TextContent) && block.Closest("a,nav,footer") is null)
                marks.Add(block);
        }
        foreach (var table in body.QuerySelectorAll("table"))
        {
            if (table.QuerySelector("table") is null && table.TextContent.Contains("第二十条", StringComparison.Ordinal))
                marks.Add(table);
        }
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
        return at.LocalName is "tr" or "tbody" or "table" or "p" or "span" ? at.Closest("td,div,section,article,body") ?? body : at;
    }

    private static int LinkText(IElement element) => element.QuerySelectorAll("a").Sum(link => link.TextContent.Length);

    private static bool IsNamed(IElement element) =>
        element.Id is { Length: > 0 } id && Array.Exists(s_names, name => id.Equals(name, StringComparison.OrdinalIgnoreCase))
        || element.ClassList.Any(style => Array.Exists(s_names, name => style.Equals(name, StringComparison.OrdinalIgnoreCase)));
}
