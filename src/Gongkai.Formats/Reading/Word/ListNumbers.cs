using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Word;

/// <summary>自动编号: prints the numbers that Word keeps outside the text ("一、", "（一）", "1."), counting as Word counts.</summary>
internal sealed class ListNumbers
{
    private const int Levels = 9;
    private const int LongestMark = 60;
    private readonly Dictionary<string, Level[]> _abstracts = [];
    private readonly Dictionary<string, (string Abstract, Dictionary<int, int> Starts)> _lists = [];
    private readonly Dictionary<string, (string? List, int? Level, string? Parent)> _styles = [];
    private readonly Dictionary<string, int?[]> _counters = [];
    private readonly HashSet<(string List, int Level)> _started = [];

    private sealed record Level(int Start, string Format, string Text);

    /// <summary>The number before a paragraph of this style, list and level; "" when it has none.</summary>
    public string Next(string? style, string? list, int? level)
    {
        (list, level) = Inherited(style, list, level);
        if (list is null or "0" || !_lists.TryGetValue(list, out var numbering) || !_abstracts.TryGetValue(numbering.Abstract, out var levels))
            return "";
        var at = Math.Clamp(level ?? 0, 0, Levels - 1);
        if (!_counters.TryGetValue(numbering.Abstract, out var counters))
            _counters[numbering.Abstract] = counters = new int?[Levels];
        if (numbering.Starts.TryGetValue(at, out var start) && _started.Add((list, at)))
            counters[at] = start;
        else
            counters[at] = counters[at] is { } last ? last + 1 : levels[at].Start;
        for (var deeper = at + 1; deeper < Levels; deeper++)
            counters[deeper] = null;
        return Print(levels, counters, at);
    }

    public void ReadNumbering(XmlReader reader, int deepest)
    {
        string? list = null, template = null;
        var level = 0;
        while (reader.Next(deepest))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "abstractNum":
                    template = reader.Attribute("abstractNumId") ?? "";
                    list = null;
                    _abstracts[template] = [.. Enumerable.Repeat(new Level(1, "decimal", ""), Levels)];
                    break;
                case "num":
                    list = reader.Attribute("numId") ?? "";
                    template = null;
                    break;
                case "abstractNumId" when list is not null:
                    _lists[list] = (reader.Attribute("val") ?? "", []);
                    break;
                case "lvl" or "lvlOverride":
                    level = reader.Number("ilvl", 0, 0, Levels - 1);
                    break;
                case "startOverride" when list is not null && _lists.TryGetValue(list, out var overridden):
                    overridden.Starts[level] = reader.Number("val", 1, 0, 30000);
                    break;
                case "start" when template is not null:
                    _abstracts[template][level] = _abstracts[template][level] with { Start = reader.Number("val", 1, 0, 30000) };
                    break;
                case "numFmt" when template is not null:
                    _abstracts[template][level] = _abstracts[template][level] with { Format = reader.Attribute("val") ?? "decimal" };
                    break;
                case "lvlText" when template is not null:
                    _abstracts[template][level] = _abstracts[template][level] with { Text = reader.Attribute("val") is { Length: <= LongestMark } text ? text : "" };
                    break;
            }
        }
    }

    public void ReadStyles(XmlReader reader, int deepest)
    {
        string? style = null;
        while (reader.Next(deepest))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "style":
                    style = reader.Attribute("styleId") ?? "";
                    _styles[style] = default;
                    break;
                case "basedOn" when style is not null:
                    _styles[style] = _styles[style] with { Parent = reader.Attribute("val") };
                    break;
                case "ilvl" when style is not null:
                    _styles[style] = _styles[style] with { Level = reader.Number("val", 0, 0, Levels - 1) };
                    break;
                case "numId" when style is not null:
                    _styles[style] = _styles[style] with { List = reader.Attribute("val") };
                    break;
            }
        }
    }

    private (string? List, int? Level) Inherited(string? style, string? list, int? level)
    {
        // Styles may be based on each other in a circle in a damaged file.
        for (var steps = 0; steps < 20 && (list is null || level is null) && style is not null && _styles.TryGetValue(style, out var own); steps++)
        {
            list ??= own.List;
            level ??= own.Level;
            style = own.Parent;
        }
        return (list, level);
    }

    private static string Print(Level[] levels, int?[] counters, int at)
    {
        if (levels[at].Format == "bullet")
            return "";
        var text = levels[at].Text;
        for (var level = 0; level < Levels; level++)
        {
            if (text.Contains($"%{level + 1}", StringComparison.Ordinal))
                text = text.Replace($"%{level + 1}", NumberFormats.Print(levels[level].Format, counters[level] ?? levels[level].Start), StringComparison.Ordinal);
        }
        return text;
    }
}
