using System.Buffers;

namespace Gongkai.Formats.Reading.Html;

/// <summary>网页预检: one pass over the tags before the parser sees them, since deep nesting and broken formatting cost a parser far more than their length.</summary>
internal sealed class HtmlGuard
{
    private const int MostElements = 60_000;
    private const int MostAttributes = 400;
    private const int MostRebuilt = 2_000_000;
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> s_tagSigns = SearchValues.Create(">=\"' \t\r\n/");
    private static readonly HashSet<string> s_void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "!doctype"];
    // Their end tag may be left out, so counting them would call many ordinary pages deep; they cannot nest without another element between.
    private static readonly HashSet<string> s_optional = ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body"];
    private static readonly HashSet<string> s_formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
    private static readonly HashSet<string> s_raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    private static readonly Dictionary<string, Kind> s_kinds = Kinds();

    private readonly Stack<Tag> _open = new();
    private readonly Dictionary<string, Tag> _tags = [];
    private readonly Tag _table;
    private readonly int _deepest;
    private int _elements;
    private int _formatting;
    private long _rebuilt;

    private HtmlGuard(int deepest) => (_deepest, _table) = (deepest, TagOf("table"));

    private enum Kind
    {
        Plain,
        Void,
        Optional,
        Formatting,
        Raw,
    }

    /// <exception cref="UnreadableFileException">The page would cost too much to parse.</exception>
    public static void Check(string html, int deepest) => new HtmlGuard(deepest).Scan(html);

    private void Scan(string html)
    {
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is var at and >= 0 && at + 1 < rest.Length)
        {
            rest = rest[(at + 1)..];
            if (rest.StartsWith("!--"))
            {
                rest = After(rest, "-->");
                continue;
            }
            var closes = rest[0] == '/';
            if (closes)
                rest = rest[1..];
            if (rest.IsEmpty || !(char.IsAsciiLetter(rest[0]) || rest[0] is '!' or '?'))
                continue;
            var length = rest.IndexOfAny(s_nameEnds);
            var tag = TagOf(length < 0 ? rest : rest[..length]);
            var end = TagEnd(rest);
            rest = rest[Math.Min(end + 1, rest.Length)..];
            if (closes)
                Close(tag);
            else
                Open(tag);
            if (!closes && tag.Kind == Kind.Raw && rest.IndexOf($"</{tag.Name}", StringComparison.OrdinalIgnoreCase) is var raw and >= 0)
                rest = rest[raw..];
        }
    }

    private void Open(Tag tag)
    {
        if (++_elements > MostElements)
            throw Strange("标签过多");
        _rebuilt += _formatting;
        if (_rebuilt > MostRebuilt)
            throw Strange("字体标签没有闭合");
        if (tag.Kind is Kind.Void or Kind.Optional)
            return;
        if (tag.Kind == Kind.Formatting)
            _formatting++;
        _open.Push(tag);
        tag.Open++;
        // A table brings its own body, row and cell, whether written or not.
        if (_open.Count + (_table.Open * 3) > _deepest)
            throw Strange("标签嵌套过深");
    }

    private void Close(Tag tag)
    {
        if (tag.Kind == Kind.Formatting)
            _formatting = Math.Max(0, _formatting - 1);
        if (tag.Open == 0)
            return;
        while (_open.TryPop(out var open))
        {
            open.Open--;
            if (open == tag)
                return;
        }
    }

    private Tag TagOf(ReadOnlySpan<char> written)
    {
        Span<char> lower = stackalloc char[16];
        if (written.Length > lower.Length)
            written = "x";
        written.ToLowerInvariant(lower);
        var key = lower[..written.Length];
        if (_tags.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var tag))
            return tag;
        var name = key.ToString();
        tag = new Tag(name, s_kinds.GetValueOrDefault(name));
        if (_tags.Count < 1000)
            _tags[name] = tag;
        return tag;
    }

    private static Dictionary<string, Kind> Kinds() =>
        new (HashSet<string> Names, Kind Kind)[] { (s_void, Kind.Void), (s_optional, Kind.Optional), (s_formatting, Kind.Formatting), (s_raw, Kind.Raw) }
            .SelectMany(group => group.Names.Select(name => KeyValuePair.Create(name, group.Kind))).ToDictionary();

    // A '>' inside a quoted value ends no tag.
    private static int TagEnd(ReadOnlySpan<char> tag)
    {
        // Whole runs are passed over at once: names, values and what stands between them.
        var attributes = 0;
        for (var at = 0; at < tag.Length; at++)
        {
            var run = tag[at..].IndexOfAny(s_tagSigns);
            if (run < 0)
                return tag.Length;
            at += run;
            switch (tag[at])
            {
                case '>':
                    return at;
                case '=' when ++attributes > MostAttributes:
                    throw Strange("标签属性过多");
                case ' ' or '\n' or '\t' or '\r' or '/' when ++attributes > MostAttributes * 10:
                    throw Strange("标签属性过多");
                case '"' or '\'' when at > 0 && tag[at - 1] is '=' or ' ':
                    var close = tag[(at + 1)..].IndexOf(tag[at]);
                    if (close < 0)
                        return tag.Length;
                    at += close + 1;
                    break;
            }
        }
        return tag.Length;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string mark) => text.IndexOf(mark) is var at and >= 0 ? text[(at + mark.Length)..] : default;

    private static UnreadableFileException Strange(string why) => new($"网页结构异常（{why}），已停止读取；请在浏览器中打开后另存，或复制到 Word 文档再读取");

    /// <summary>A name of an element, and how many of it are open.</summary>
    private sealed class Tag(string name, Kind kind)
    {
        public string Name { get; } = name;

        public Kind Kind { get; } = kind;

        public int Open { get; set; }
    }
}
