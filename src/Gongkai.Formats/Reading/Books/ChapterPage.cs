using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Books;

/// <summary>
/// 一章的网页: the XHTML of a chapter as plain HTML: links lead to the reading pages, pictures to their addresses, ruby stands in brackets. It writes only elements it
/// knows; the sanitiser comes after it and decides alone what may be shown.
/// </summary>
internal sealed class ChapterPage(XmlReader xml, string part, IBookAddresses addresses, int deepest)
{
    private static readonly HashSet<string> s_same =
    [
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "sub", "sup", "div", "blockquote", "pre", "code", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "figure", "figcaption",
    ];

    private static readonly HashSet<string> s_divisions = ["section", "article", "aside", "header", "footer", "main", "nav", "address", "center", "details", "summary", "body"];
    private static readonly HashSet<string> s_passed = ["head", "style", "title", "iframe", "object", "embed", "template", "noscript", "form", "rp", "annotation", "annotation-xml", "metadata", "desc", "defs"];
    private static readonly HashSet<string> s_void = ["br", "hr", "col"];
    private static readonly string[] s_schemes = ["https://", "http://", "mailto:", "tel:"];
    private static readonly string[] s_numbers = ["colspan", "rowspan", "span", "start", "scope", "align"];

    private readonly StringBuilder _html = new();

    /// <summary>Scripts, and attributes and links that run.</summary>
    public int Scripts { get; private set; }

    /// <summary>Elements that an e-book reader does not show.</summary>
    public int Hidden { get; private set; }

    /// <summary>Pictures and other things on other sites.</summary>
    public int Remote { get; private set; }

    /// <summary>Drawings, sound and films, which are not shown here.</summary>
    public int NotShown { get; private set; }

    public string Write()
    {
        while (xml.Next(deepest))
        {
            if (xml.NodeType == XmlNodeType.Element)
                Element(0);
        }

        return _html.ToString();
    }

    private void Children(int depth, int drawing)
    {
        while (xml.Next(deepest) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
                Element(drawing);
            else if (drawing == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                _html.Append(WebUtility.HtmlEncode(xml.Value));
        }
    }

    /// <param name="drawing">How many drawings (SVG) it stands in: of those only the pictures are taken.</param>
    private void Element(int drawing)
    {
        var name = xml.LocalName.ToLowerInvariant();
        Look(name);
        if (name == "script")
            Scripts++;
        else if (name == "svg")
            drawing++;
        if (name == "script" || s_passed.Contains(name))
        {
            Pass();
            return;
        }

        switch (name)
        {
            case "img" or "image":
                Picture(drawing);
                Inner("", "", drawing);
                break;
            case "audio" or "video":
                NotShown++;
                _html.Append("<p>（此处有音频或者视频，请下载电子书后播放。）</p>");
                Pass();
                break;
            case "rt":
                Inner("（", "）", drawing);
                break;
            case var _ when drawing > 0:
                NotShown += name is "path" or "text" or "rect" or "circle" or "line" or "polyline" or "polygon" or "ellipse" ? 1 : 0;
                Inner("", "", drawing);
                break;
            case var _ when s_divisions.Contains(name):
                Inner($"<div{Place()}{Aligned()}>", "</div>", drawing);
                break;
            case var _ when s_same.Contains(name):
                Inner($"<{name}{Place()}{(name == "a" ? Link() : Numbers())}{Aligned()}>", s_void.Contains(name) ? "" : $"</{name}>", drawing);
                break;
            default:
                // A place in the line that a note leads back to.
                Inner(Place() is { Length: > 0 } place ? $"<sub{place}></sub>" : "", "", drawing);
                break;
        }
    }

    private void Inner(string before, string after, int drawing)
    {
        _html.Append(before);
        if (!xml.IsEmptyElement)
            Children(xml.Depth, drawing);
        _html.Append(after);
    }

    /// <summary>What in an element runs, is hidden or asks other sites.</summary>
    private void Look(string name)
    {
        if (!xml.MoveToFirstAttribute())
            return;
        do
        {
            var (attribute, value) = (xml.LocalName.ToLowerInvariant(), xml.Value.Trim());
            if (attribute.StartsWith("on", StringComparison.Ordinal) && attribute.Length > 4 && xml.NamespaceURI.Length == 0)
                Scripts++;
            else if (attribute is "href" or "src" && value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                Scripts++;
            else if (attribute is "src" or "data" or "poster" && IsElsewhere(value))
                Remote++;
            else if (attribute == "href" && name is "link" or "image" && IsElsewhere(value))
                Remote++;
            else if (attribute == "hidden" || (attribute == "style" && Hides(value)))
                Hidden++;
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
    }

    private static bool IsElsewhere(string address) => address.Contains("://", StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal);

    private static bool Hides(string style) =>
        style.Replace(" ", "", StringComparison.Ordinal) is var plain && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));

    private void Picture(int drawing)
    {
        var words = xml.GetAttribute("alt") ?? xml.GetAttribute("title") ?? "";
        var written = xml.GetAttribute("src") ?? xml.Attribute("href");
        if (BookPaths.Resolve(part, written) is var (picture, _) && addresses.Picture(picture) is { } address)
        {
            _html.Append("<img").Append(Place()).Append(" src=\"").Append(WebUtility.HtmlEncode(address)).Append("\" alt=\"").Append(WebUtility.HtmlEncode(words)).Append('"');
            foreach (var side in (string[])["width", "height"])
            {
                if (drawing == 0 && int.TryParse(xml.GetAttribute(side), out var size))
                    _html.Append(CultureInfo.InvariantCulture, $" {side}=\"{size}\"");
            }

            _html.Append('>');
            return;
        }

        NotShown++;
        if (words.Length > 0)
            _html.Append("（图：").Append(WebUtility.HtmlEncode(words)).Append('）');
    }

    private string Link()
    {
        var written = xml.GetAttribute("href");
        if (written is null)
            return "";
        var address = BookPaths.Resolve(part, written) is var (to, place) ? addresses.Chapter(to, place) : Outside(written.Trim());
        return address is null ? "" : $" href=\"{WebUtility.HtmlEncode(address)}\"";
    }

    /// <summary>A path on this site is not the book's to name.</summary>
    private static string? Outside(string address) => Array.Exists(s_schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ? address : null;

    private string Place() => (xml.Attribute("id") ?? (xml.LocalName == "a" ? xml.GetAttribute("name") : null)) is { Length: > 0 } id ? $" id=\"{BookPaths.PlaceOf(id)}\"" : "";

    private string Numbers() => string.Concat(s_numbers.Select(name => xml.GetAttribute(name) is { } value ? $" {name}=\"{WebUtility.HtmlEncode(value)}\"" : ""));

    private string Aligned() => xml.GetAttribute("style") is { } style && style.Contains("text-align", StringComparison.OrdinalIgnoreCase) ? $" style=\"{WebUtility.HtmlEncode(style)}\"" : "";

    /// <summary>Passes over an element, looking at what in it runs.</summary>
    private void Pass()
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Next(deepest) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            Look(xml.LocalName.ToLowerInvariant());
            Scripts += xml.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }
    }
}

/// <summary>书内的去处: what the addresses of chapters and pictures are on the pages that show them.</summary>
internal interface IBookAddresses
{
    /// <summary>Null for what is no chapter.</summary>
    string? Chapter(string part, string? place);

    /// <summary>Null for what is no picture that may be shown.</summary>
    string? Picture(string part);
}
