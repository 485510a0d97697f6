using System.Buffers;

namespace Gongkai.Formats.Reading.Html;

/// <summary>网页预检: one pass over the tags before the parser sees them, since deep nesting and broken formatting cost a parser far more than their length.</summary>
internal sealed class HtmlGuard(int deepest)
{
    private const int MostElements = 60_000;
    private const int MostAttributes = 400;
    private const int MostRebuilt = 2_000_000;
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly HashSet<string> s_void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "!doctype"];
    // Their end tag may be left out, so counting them would call many ordinary pages deep; they cannot nest without another element between.
    private static readonly HashSet<string> s_optional = ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body"];
    private static readonly HashSet<string> s_formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
    private static readonly HashSet<string> s_raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, int> _openNames = [];
    private readonly Dictionary<string, string> _names = [];
    private int _elements;
    private int _formatting;
    private long _rebuilt;

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
            var name = Name(length < 0 ? rest : rest[..length]);
            var end = TagEnd(rest);
            rest = rest[Math.Min(end + 1, rest.Length)..];
            if (closes)
                Close(name);
            else
                Open(name);
            if (!closes && s_raw.Contains(name) && rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is var raw and >= 0)
                rest = rest[raw..];
        }
    }

    private void Open(string name)
    {
        if (++_elements > MostElements)
            throw Strange("标签过多");
        _rebuilt += _formatting;
        if (_rebuilt > MostRebuilt)
            throw Strange("字体标签没有闭合");
        if (s_void.Contains(name) || s_optional.Contains(name))
            return;
        if (s_formatting.Contains(name))
            _formatting++;
        _open.Push(name);
        _openNames[name] = _openNames.GetValueOrDefault(name) + 1;
        // A table brings its own body, row and cell, whether written or not.
        if (_open.Count + (_openNames.GetValueOrDefault("table") * 3) > deepest)
            throw Strange("标签嵌套过深");
    }

    private void Close(string name)
    {
        if (s_formatting.Contains(name))
            _formatting = Math.Max(0, _formatting - 1);
        if (_openNames.GetValueOrDefault(name) == 0)
            return;
        while (_open.TryPop(out var open))
        {
            _openNames[open]--;
            if (open == name)
                return;
        }
    }

    // Names repeat; one string each.
    private string Name(ReadOnlySpan<char> written)
    {
        Span<char> lower = stackalloc char[16];
        if (written.Length > lower.Length)
            return "x";
        written.ToLowerInvariant(lower);
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        var key = lower[..written.Length];
        if (!lookup.TryGetValue(key, out var name))
        {
            name = key.ToString();
            if (_names.Count < 1000)
                _names[name] = name;
        }
        return name;
    }

    // A '>' inside a quoted value ends no tag.
    private static int TagEnd(ReadOnlySpan<char> tag)
    {
        var attributes = 0;
        for (var at = 0; at < tag.Length; at++)
        {
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
}
