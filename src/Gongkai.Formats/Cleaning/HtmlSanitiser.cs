using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Formats.Reading.Books;
using Gongkai.Formats.Reading.Html;

namespace Gongkai.Formats.Cleaning;

/// <summary>
/// 网页净化: HTML from people, Word or another site becomes HTML that may be shown. Nothing of the input is copied: what stands on the list is
/// written anew, so that neither a script nor a broken tag can come through. The same list holds on the way in and out.
/// </summary>
public static class HtmlSanitiser
{
    private const int MostRounds = 4;

    private static readonly FrozenSet<string> s_kept = FrozenSet.ToFrozenSet(
    [
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "sub", "sup", "div", "blockquote", "pre", "code", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "figure", "figcaption", "audio", "video", "track",
    ]);

    /// <summary>Gone with all that is in them; every other element not on the list only loses its tags.</summary>
    private static readonly FrozenSet<string> s_dropped = FrozenSet.ToFrozenSet(
    [
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "template", "noscript", "noframes", "noembed", "xmp", "plaintext", "listing", "title", "head",
        "meta", "link", "base", "input", "button", "select", "textarea", "option", "optgroup", "datalist", "canvas", "portal", "slot", "param", "map", "area", "dialog",
    ]);

    private static readonly FrozenSet<string> s_void = FrozenSet.ToFrozenSet(["br", "hr", "col", "img", "track"]);
    private static readonly FrozenSet<string> s_schemes = FrozenSet.ToFrozenSet(["http", "https", "mailto", "tel"]);

    /// <summary>Controls that reorder or hide text: what a reviewer reads must be what everybody reads.</summary>
    internal const string Invisible = "\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\u00AD";

    private static readonly SearchValues<char> s_invisible = SearchValues.Create(Invisible);

    /// <summary>One for each thread: making it costs more than a short text, and nothing says that it may be shared.</summary>
    [ThreadStatic]
    private static HtmlParser? s_parser;

    /// <exception cref="UnreadableFileException">It is nested or broken beyond what any person writes.</exception>
    public static CleanHtml Clean(string html, ReadingLimits? limits = null)
    {
        return StraightHtml.Clean(html) ?? ByParser(html, limits);
    }

    /// <summary>Of a chapter of a book: the same, but places that notes and contents lead to keep their names, as long as they are of our making.</summary>
    internal static CleanHtml CleanChapter(string html, ReadingLimits limits) => ByParser(html, limits, keepsPlaces: true);

    /// <summary>The long way, for whatever is not of the straight form.</summary>
    internal static CleanHtml ByParser(string html, ReadingLimits? limits = null, bool keepsPlaces = false)
    {
        // Taking a tag away can make its neighbours parse otherwise; so until nothing changes any more.
        var clean = Once(html, limits ?? ReadingLimits.Default, keepsPlaces);
        for (var round = 1; round < MostRounds; round++)
        {
            if (StraightHtml.Clean(clean.Html) is { } straight && straight.Html == clean.Html)
                break;
            var again = Once(clean.Html, limits ?? ReadingLimits.Default, keepsPlaces);
            if (again.Html == clean.Html)
                break;
            clean = again;
        }

        return clean;
    }

    private static CleanHtml Once(string html, ReadingLimits limits, bool keepsPlaces)
    {
        HtmlGuard.Check(html, limits.Nesting);
        using var document = (s_parser ??= new HtmlParser(new HtmlParserOptions { IsScripting = false })).ParseDocument(html);
        var writer = new Writer(keepsPlaces);
        if (document.Body is { } body)
            writer.Children(body);
        return new CleanHtml(writer.Html.ToString().Trim(), PlainText.Tidy(writer.Text.ToString()));
    }

    /// <summary>An address that may stand in a link: of this site, or one that cannot run anything.</summary>
    internal static string? Address(string? written, bool ownOnly)
    {
        if (written is null)
            return null;
        var address = new string([.. written.Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter) && !s_invisible.Contains(letter))]);
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal))
            return address;
        if (ownOnly)
            return null;
        if (address.StartsWith('#'))
            return address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && s_schemes.Contains(uri.Scheme) && address.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase) ? uri.AbsoluteUri : null;
    }

    private sealed class Writer(bool keepsPlaces)
    {
        public StringBuilder Html { get; } = new();
        public StringBuilder Text { get; } = new();

        public void Children(INode parent)
        {
            foreach (var child in parent.ChildNodes)
            {
                if (child is IText text)
                    Words(text.Data);
                else if (child is IElement element)
                    Element(element);
            }
        }

        private void Element(IElement element)
        {
            var name = element.LocalName;
            if (s_dropped.Contains(name) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
                return;
            if (!s_kept.Contains(name) || (name == "img" && Address(element.GetAttribute("src"), ownOnly: true) is null))
            {
                Children(element);
                return;
            }

            PlainText.Before(name, Text);
            Html.Append('<').Append(name);
            if (keepsPlaces && BookPaths.IsPlace(element.Id))
                Put("id", element.Id);
            Attributes(element, name);
            Html.Append('>');
            if (!s_void.Contains(name))
            {
                Children(element);
                Html.Append("</").Append(name).Append('>');
            }

            PlainText.After(name, Text);
        }

        private void Attributes(IElement element, string name)
        {
            switch (name)
            {
                case "td" or "th":
                    Number(element, "colspan", 1, 1000);
                    Number(element, "rowspan", 1, 1000);
                    if (element.GetAttribute("scope") is "col" or "row" or "colgroup" or "rowgroup")
                        Put("scope", element.GetAttribute("scope"));
                    break;
                case "col" or "colgroup":
                    Number(element, "span", 1, 1000);
                    break;
                case "ol":
                    Number(element, "start", -1000, 100_000);
                    break;
                case "a":
                    Link(element);
                    break;
                case "img":
                    Put("src", Address(element.GetAttribute("src"), ownOnly: true));
                    Put("alt", element.GetAttribute("alt") ?? "");
                    Number(element, "width", 1, 10_000);
                    Number(element, "height", 1, 10_000);
                    break;
                case "audio" or "video":
                    Put("src", Address(element.GetAttribute("src"), ownOnly: true));
                    Put("poster", name == "video" ? Address(element.GetAttribute("poster"), ownOnly: true) : null);
                    Html.Append(" controls");
                    break;
                case "track":
                    Put("src", Address(element.GetAttribute("src"), ownOnly: true));
                    Put("kind", element.GetAttribute("kind") is "captions" or "subtitles" ? element.GetAttribute("kind") : null);
                    Put("srclang", element.GetAttribute("srclang") is { Length: <= 20 } language && language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? language : null);
                    Put("label", element.GetAttribute("label") is { Length: > 0 and <= 40 } label ? label : null);
                    if (element.HasAttribute("default"))
                        Html.Append(" default");
                    break;
            }

            Alignment(element);
        }

        private void Link(IElement element)
        {
            if (Address(element.GetAttribute("href"), ownOnly: false) is not { } address)
                return;
            Put("href", address);
            if (address.StartsWith("http", StringComparison.Ordinal))
                Put("rel", "noopener noreferrer");
        }

        /// <summary>Inline styles are forbidden on our pages; where a line stands is the one thing of them that a document needs.</summary>
        private void Alignment(IElement element)
        {
            var style = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
            var aligned = element.GetAttribute("align")?.ToLowerInvariant();
            foreach (var side in (string[])["center", "right"])
            {
                if (aligned == side || style.Contains($"text-align:{side}", StringComparison.Ordinal) || element.GetAttribute("class") == $"align-{side}")
                {
                    Put("class", $"align-{side}");
                    return;
                }
            }
        }

        private void Number(IElement element, string attribute, int least, int most)
        {
            if (int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                Put(attribute, number.ToString(CultureInfo.InvariantCulture));
        }

        private void Put(string attribute, string? value)
        {
            if (value is null)
                return;
            Html.Append(' ').Append(attribute).Append("=\"");
            Escape(value, quote: true);
            Html.Append('"');
        }

        private void Words(string text)
        {
            Escape(text, quote: false);
            foreach (var letter in text)
            {
                if (IsShown(letter))
                    Text.Append(letter is '\n' or '\r' or '\t' or '\u00A0' ? ' ' : letter);
            }
        }

        private void Escape(string text, bool quote)
        {
            foreach (var letter in text)
            {
                _ = letter switch
                {
                    '&' => Html.Append("&amp;"),
                    '<' => Html.Append("&lt;"),
                    '>' => Html.Append("&gt;"),
                    '"' when quote => Html.Append("&quot;"),
                    '\u00A0' => Html.Append("&nbsp;"),
                    _ when IsShown(letter) => Html.Append(letter),
                    _ => Html,
                };
            }
        }

        private static bool IsShown(char letter) => !s_invisible.Contains(letter) && (!char.IsControl(letter) || letter is '\n' or '\t');
    }

    /// <summary>The text of a page as lines: what is searched and checked.</summary>
    internal static class PlainText
    {
        private static readonly FrozenSet<string> s_lines = FrozenSet.ToFrozenSet(
            ["p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "div", "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "tr", "figure", "figcaption"]);

        public static void Before(string name, StringBuilder text)
        {
            if (s_lines.Contains(name))
                text.Append('\n');
        }

        public static void After(string name, StringBuilder text)
        {
            if (s_lines.Contains(name))
                text.Append('\n');
            else if (name is "td" or "th")
                text.Append('\t');
        }

        /// <summary>Lines without blanks at their ends or twice inside, and no empty ones.</summary>
        public static string Tidy(string text)
        {
            var tidy = new StringBuilder(text.Length);
            foreach (var range in text.AsSpan().Split('\n'))
            {
                var line = text.AsSpan()[range].Trim(" \t");
                if (line.IsEmpty)
                    continue;
                if (tidy.Length > 0)
                    tidy.Append('\n');
                for (int twice; (twice = line.IndexOf("  ")) >= 0;)
                {
                    tidy.Append(line[..(twice + 1)]);
                    line = line[twice..].TrimStart(' ');
                }

                tidy.Append(line);
            }

            return tidy.ToString();
        }
    }
}

/// <summary>净化后的正文: HTML that may be shown, and its words, a line per paragraph, tabs between cells.</summary>
public sealed record CleanHtml(string Html, string Text);
