using AngleSharp.Html.Parser;
using Gongkai.Formats.Reading.Html;

namespace Gongkai.Formats.Cleaning;

/// <summary>网页中的链接: where links, pictures and recordings of a text lead, in its order.</summary>
public static class HtmlLinks
{
    /// <exception cref="UnreadableFileException">It is nested beyond what any person writes.</exception>
    public static IReadOnlyList<HtmlLink> In(string html)
    {
        HtmlGuard.Check(html, ReadingLimits.Default.Nesting);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        return
        [
            .. from element in document.QuerySelectorAll("a[href], img[src], audio[src], video[src], track[src]")
               let address = element.GetAttribute(element.LocalName == "a" ? "href" : "src")
               where !string.IsNullOrWhiteSpace(address)
               select new HtmlLink(address.Trim(), string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
    }
}

/// <summary>A link, and the words it stands under; none of a picture.</summary>
public sealed record HtmlLink(string Address, string Words);
