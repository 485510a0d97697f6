using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gongkai.Formats.Reading.Grids;

namespace Gongkai.Formats.Reading.Html;

/// <summary>网页内容: an element into paragraphs and tables in the order a browser shows them; what it does not show is left out.</summary>
internal sealed class HtmlFlow(BlockBuilder blocks, SourceLine? fixedPlace = null)
{
    private static readonly HashSet<string> s_notShown =
        ["script", "style", "noscript", "template", "head", "nav", "footer", "iframe", "object", "svg", "select", "button", "textarea", "audio", "video", "canvas", "map"];

    private static readonly HashSet<string> s_blocks =
    [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "main", "header", "aside", "center", "blockquote", "pre", "form",
        "figure", "figcaption", "address", "fieldset", "legend", "hr", "tr", "td", "th", "tbody", "caption", "body", "html", "details", "summary",
    ];

    private readonly Dictionary<IElement, int> _numbers = [];
    private readonly StringBuilder _line = new();
    private List<DraftPart> _parts = [];
    private int _paragraphs;
    private int _kept;
    private int _tableDepth;
    private bool _isPreformatted;

    public IReadOnlyList<DraftPart> Parts => _parts;

    public int Pictures { get; private set; }

    public bool HasTable { get; private set; }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Append(line);
            EndLine();
        }
    }

    public void Read(IElement element)
    {
        Children(element);
        EndLine();
    }

    public static bool IsShown(IElement element)
    {
        if (s_notShown.Contains(element.LocalName) || element.HasAttribute("hidden"))
            return false;
        if (element.LocalName == "header")
            return element.QuerySelector("h1,h2") is not null;
        return element.GetAttribute("style") is not { } style
            || !(Says(style, "display", "none") || Says(style, "visibility", "hidden") || Says(style, "mso-hide", "all"));
    }

    private static bool Says(string style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + property.Length).TrimStart(": ").StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }

    private void Children(INode parent)
    {
        // By index: asking a node for its next sibling searches the whole family.
        var nodes = parent.ChildNodes;
        for (var at = 0; at < nodes.Length; at++)
        {
            var node = nodes[at];
            if (node is IText text)
                Append(text.Data);
            else if (node is IElement element && IsShown(element))
                Element(element);
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                EndLine();
                break;
            case "table":
                EndLine();
                Table(element);
                break;
            case "img":
                Pictures++;
                break;
            case "input" when element is IHtmlInputElement { Type: "text" } input:
                Append(input.Value);
                break;
            case "li" when element.ParentElement is { LocalName: "ol" } list:
                EndLine();
                Append($"{Number(list)}.");
                Children(element);
                EndLine();
                break;
            case "pre":
                EndLine();
                _isPreformatted = true;
                Children(element);
                _isPreformatted = false;
                EndLine();
                break;
            case var name when s_blocks.Contains(name):
                EndLine();
                Children(element);
                EndLine();
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Table(IElement element)
    {
        var outer = _parts;
        _tableDepth++;
        var table = new DraftTable(fixedPlace ?? new SourceLine("", Paragraph: _tableDepth == 1 ? _paragraphs + 1 : null));
        HtmlTable.Read(element, table, blocks, Cell, caption: text =>
        {
            Append(text);
            EndLine();
        });
        _tableDepth--;
        _parts = outer;
        _parts.Add(new DraftPart(default, table));
        HasTable |= table.Rows.Count > 1;
    }

    private void Cell(IElement element, DraftCell cell)
    {
        var outer = _parts;
        _parts = cell.Parts;
        Children(element);
        EndLine();
        _parts = outer;
    }

    private void Append(string text)
    {
        if (_isPreformatted)
        {
            _line.Append(text);
            return;
        }
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (!char.IsWhiteSpace(character) || character == '\u3000')
            {
                _line.Append(character);
                continue;
            }
            var first = at;
            while (at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]) && text[at + 1] != '\u3000')
                at++;
            var isSourceBreak = text.AsSpan(first, at - first + 1).Contains('\n') && at + 1 < text.Length && text[at + 1] >= '\u2e80' && _line.Length > 0 && _line[^1] >= '\u2e80';
            if (_line.Length > 0 && _line[^1] != ' ' && !isSourceBreak)
                _line.Append(' ');
        }
    }

    private void EndLine()
    {
        if (_line.Length == 0)
            return;
        foreach (var line in _line.ToString().Split('\n'))
        {
            var text = _isPreformatted ? line.TrimEnd() : line.Trim();
            if (text.Length == 0)
                continue;
            blocks.CheckLines(++_kept);
            if (_tableDepth == 0)
                _paragraphs++;
            _parts.Add(new DraftPart(fixedPlace is { } place ? place with { Text = text } : new SourceLine(text, Paragraph: _paragraphs)));
        }
        _line.Clear();
    }

    private int Number(IElement list)
    {
        var number = _numbers.TryGetValue(list, out var last) ? last + 1 : (list as IHtmlOrderedListElement)?.Start ?? 1;
        _numbers[list] = number;
        return number;
    }
}
