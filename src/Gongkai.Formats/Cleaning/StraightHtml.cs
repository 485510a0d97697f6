using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Gongkai.Formats.Cleaning;

/// <summary>
/// 规整网页: HTML whose every tag is closed where it must be and means the same to every parser: paragraphs, headings, lists, tables, emphasis, links, with no attribute that would go.
/// What is of this form is cleaned in one walk over its letters, without a tree; of all else it says nothing, and the parser has the word. Being unsure is always allowed, being wrong never.
/// </summary>
internal sealed class StraightHtml
{
    private const int Deepest = 24;
    private const int MostElements = 20_000;

    private static readonly FrozenDictionary<string, Known> s_known = new (Kind Kind, string[] Names)[]
    {
        (Kind.Line, ["p", "h1", "h2", "h3", "h4", "h5", "h6"]), (Kind.Flow, ["div", "blockquote"]), (Kind.List, ["ul", "ol"]), (Kind.Item, ["li"]), (Kind.Table, ["table"]), (Kind.Rows, ["thead", "tbody", "tfoot"]),
        (Kind.Row, ["tr"]), (Kind.Cell, ["td", "th"]), (Kind.Words, ["strong", "b", "em", "i", "u", "s", "sub", "sup", "a"]), (Kind.Break, ["br"]), (Kind.Rule, ["hr"]),
    }.SelectMany(group => group.Names.Select(name => new Known(name, group.Kind))).ToFrozenDictionary(known => known.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> s_byLetters = s_known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Letters that do not simply stand for themselves.</summary>
    private static readonly SearchValues<char> s_odd = SearchValues.Create(
        [.. "<>&\u00A0\n\t", .. HtmlSanitiser.Invisible, .. Enumerable.Range(0, 0x20).Select(code => (char)code), .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code), .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    private readonly string _from;
    private readonly StringBuilder _html;
    private readonly StringBuilder _text;
    private readonly Known[] _open = new Known[Deepest];
    private int _depth;
    private int _elements;
    private int _at;

    private StraightHtml(string from) => (_from, _html, _text) = (from, new StringBuilder(from.Length + 16), new StringBuilder(from.Length));

    private enum Kind
    {
        None,
        Line,
        Flow,
        List,
        Item,
        Table,
        Rows,
        Row,
        Cell,
        Words,
        Break,
        Rule,
    }

    /// <summary>An element of the form; there is one of each, so that sameness is being the same.</summary>
    private sealed class Known(string name, Kind kind)
    {
        public string Name { get; } = name;
        public Kind Kind { get; } = kind;
    }

    private Kind Parent => _depth == 0 ? Kind.Flow : _open[_depth - 1].Kind;

    /// <summary>Cleaned; null where it is not of this form.</summary>
    public static CleanHtml? Clean(string html)
    {
        var walk = new StraightHtml(html);
        return walk.Run() ? new CleanHtml(walk._html.ToString().Trim(), HtmlSanitiser.PlainText.Tidy(walk._text.ToString())) : null;
    }

    private bool Run()
    {
        while (_at < _from.Length)
        {
            if (!(_from[_at] == '<' ? Tag() : Words()))
                return false;
        }

        return _depth == 0;
    }

    private bool Words()
    {
        var inTable = Parent is Kind.List or Kind.Table or Kind.Rows or Kind.Row;
        while (_at < _from.Length && _from[_at] != '<')
        {
            var letter = _from[_at];
            if (letter is '\n' or '\t' or ' ')
            {
                Put(letter, ' ');
                _at++;
                continue;
            }

            // Between rows and items a parser would carry words elsewhere.
            if (inTable || !(s_odd.Contains(letter) ? Odd(letter) : Plain()))
                return false;
        }

        return true;
    }

    private bool Plain()
    {
        var rest = _from.AsSpan(_at);
        var length = rest.IndexOfAny(s_odd);
        var run = length < 0 ? rest : rest[..length];
        _html.Append(run);
        _text.Append(run);
        _at += run.Length;
        return true;
    }

    private bool Odd(char letter)
    {
        switch (letter)
        {
            case '&':
                return Entity();
            case '>':
                _html.Append("&gt;");
                _text.Append('>');
                _at++;
                return true;
            case '\u00A0':
                _html.Append("&nbsp;");
                _text.Append(' ');
                _at++;
                return true;
            case var high when char.IsHighSurrogate(high) && _at + 1 < _from.Length && char.IsLowSurrogate(_from[_at + 1]):
                _html.Append(_from, _at, 2);
                _text.Append(_from, _at, 2);
                _at += 2;
                return true;
            default:
                return false;
        }
    }

    private bool Entity()
    {
        var rest = _from.AsSpan(_at);
        var (length, written, said) =
            rest.StartsWith("&amp;") ? (5, "&amp;", '&') : rest.StartsWith("&lt;") ? (4, "&lt;", '<') : rest.StartsWith("&gt;") ? (4, "&gt;", '>')
            : rest.StartsWith("&quot;") ? (6, "\"", '"') : rest.StartsWith("&nbsp;") ? (6, "&nbsp;", ' ') : (0, "", ' ');
        if (length == 0)
            return false;
        _html.Append(written);
        _text.Append(said);
        _at += length;
        return true;
    }

    private bool Tag()
    {
        var closes = _at + 1 < _from.Length && _from[_at + 1] == '/';
        var start = _at + (closes ? 2 : 1);
        var end = start;
        while (end < _from.Length && char.IsAsciiLetterOrDigit(_from[end]))
            end++;
        if (end == _from.Length || !s_byLetters.TryGetValue(_from.AsSpan(start, end - start), out var known))
            return false;
        _at = end;
        return closes ? Close(known) : Open(known);
    }

    private bool Close(Known known)
    {
        if (_depth == 0 || _from[_at] != '>' || _open[_depth - 1] != known)
            return false;
        _depth--;
        _at++;
        _html.Append("</").Append(known.Name).Append('>');
        HtmlSanitiser.PlainText.After(known.Name, _text);
        return true;
    }

    private bool Open(Known known)
    {
        if (++_elements > MostElements || _depth == Deepest || !MayStand(known))
            return false;
        var holdsNothing = known.Kind is Kind.Break or Kind.Rule;
        HtmlSanitiser.PlainText.Before(known.Name, _text);
        _html.Append('<').Append(known.Name);
        if (_from[_at] == '>')
            _at++;
        else if (holdsNothing ? !Bare() : !Attributes(known))
            return false;
        _html.Append('>');
        if (holdsNothing)
            HtmlSanitiser.PlainText.After(known.Name, _text);
        else
            _open[_depth++] = known;
        return true;
    }

    /// <summary>Whether every parser leaves it where it stands.</summary>
    private bool MayStand(Known known) => known.Kind switch
    {
        Kind.Words => Parent is Kind.Line or Kind.Flow or Kind.Item or Kind.Cell or Kind.Words && !IsOpen(known),
        Kind.Break => Parent is Kind.Line or Kind.Flow or Kind.Item or Kind.Cell or Kind.Words,
        Kind.Line or Kind.Flow or Kind.List or Kind.Rule => Parent is Kind.Flow or Kind.Item or Kind.Cell,
        Kind.Table => Parent is Kind.Flow or Kind.Item && !IsOpen(known),
        Kind.Item => Parent == Kind.List,
        Kind.Rows => Parent == Kind.Table,
        Kind.Row => Parent == Kind.Rows,
        Kind.Cell => Parent == Kind.Row,
        _ => false,
    };

    private bool IsOpen(Known known) => _open.AsSpan(0, _depth).Contains(known);

    /// <summary>` /&gt;` and `/&gt;` of elements that hold nothing.</summary>
    private bool Bare()
    {
        var rest = _from.AsSpan(_at);
        var length = rest.StartsWith(" />") ? 3 : rest.StartsWith("/>") ? 2 : 0;
        _at += length;
        return length > 0;
    }

    private bool Attributes(Known known)
    {
        (string? Columns, string? Rows, string? Scope, string? Link, string? Relation, string? Side) said = default;
        while (_from[_at] != '>')
        {
            if (Attribute() is not { } attribute || !(attribute.Name switch
            {
                "class" => Once(ref said.Side, attribute.Value) && attribute.Value is "align-center" or "align-right",
                "colspan" when known.Kind == Kind.Cell => Once(ref said.Columns, attribute.Value) && IsSpan(attribute.Value),
                "rowspan" when known.Kind == Kind.Cell => Once(ref said.Rows, attribute.Value) && IsSpan(attribute.Value),
                "scope" when known.Kind == Kind.Cell => Once(ref said.Scope, attribute.Value) && attribute.Value is "col" or "row" or "colgroup" or "rowgroup",
                "href" when known.Name == "a" => Once(ref said.Link, attribute.Value) && HtmlSanitiser.Address(attribute.Value, ownOnly: false) == attribute.Value,
                "rel" when known.Name == "a" => Once(ref said.Relation, attribute.Value),
                _ => false,
            }))
                return false;
            if (_at >= _from.Length)
                return false;
        }

        _at++;
        var relation = said.Link?.StartsWith("http", StringComparison.Ordinal) == true ? "noopener noreferrer" : null;
        Put("colspan", said.Columns);
        Put("rowspan", said.Rows);
        Put("scope", said.Scope);
        Put("href", said.Link);
        Put("rel", relation);
        Put("class", said.Side);
        return true;
    }

    /// <summary>` name="value"`, the value without anything that is written otherwise.</summary>
    private (string Name, string Value)? Attribute()
    {
        if (_from[_at] != ' ')
            return null;
        var start = _at + 1;
        var end = start;
        while (end < _from.Length && char.IsAsciiLetterLower(_from[end]))
            end++;
        if (end == start || end + 1 >= _from.Length || _from[end] != '=' || _from[end + 1] != '"')
            return null;
        var close = _from.IndexOf('"', end + 2);
        if (close < 0 || _from.AsSpan(end + 2, close - end - 2).ContainsAny(s_odd))
            return null;
        _at = close + 1;
        return (_from[start..end], _from[(end + 2)..close]);
    }

    private static bool Once(ref string? said, string value)
    {
        if (said is not null)
            return false;
        said = value;
        return true;
    }

    private static bool IsSpan(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000 && value == number.ToString(CultureInfo.InvariantCulture);

    private void Put(char written, char said)
    {
        _html.Append(written);
        _text.Append(said);
    }

    private void Put(string attribute, string? value)
    {
        if (value is not null)
            _html.Append(' ').Append(attribute).Append("=\"").Append(value).Append('"');
    }
}
