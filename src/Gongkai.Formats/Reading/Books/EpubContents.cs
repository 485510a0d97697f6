using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Books;

/// <summary>电子书目录: nav.xhtml of EPUB 3, else the NCX of EPUB 2, as a list with levels. It is only listed, never followed, so it cannot lead in circles.</summary>
internal static class EpubContents
{
    private const int MostLines = 5000;
    private const int DeepestLevel = 6;
    private const int LongestLine = 200;

    /// <summary>What is broken in it is left out: a book can be read without.</summary>
    public static List<ContentsLine> Read(OfficeArchive archive, EpubPackage package, int deepest)
    {
        List<ContentsLine> lines = [];
        try
        {
            if (package.Navigation is { } navigation)
                Navigation(archive, navigation.Path, deepest, lines);
            if (lines.Count == 0 && package.OldContents is { } old)
                Old(archive, old.Path, deepest, lines);
        }
        catch (XmlException)
        {
            return lines;
        }

        return lines;
    }

    private static void Navigation(OfficeArchive archive, string part, int deepest, List<ContentsLine> lines)
    {
        using var xml = BookXml.Open(archive, part);
        var (nav, level) = (-1, 0);
        while (xml.Next(deepest) && lines.Count < MostLines)
        {
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.Depth == nav)
                    return;
                if (nav >= 0 && xml.LocalName == "ol")
                    level--;
            }
            else if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            else if (nav < 0)
            {
                // Lists of pages and landmarks stand beside the contents.
                if (xml.LocalName == "nav" && xml.Attribute("type") is { } type && type.Split(' ').Contains("toc") && !xml.IsEmptyElement)
                    nav = xml.Depth;
            }
            else if (xml.LocalName == "ol" && !xml.IsEmptyElement)
            {
                level++;
            }
            else if (xml.LocalName is "a" or "span" && level > 0)
            {
                Add(lines, part, level, xml.Attribute("href"), Words(xml, deepest));
            }
        }
    }

    private static void Old(OfficeArchive archive, string part, int deepest, List<ContentsLine> lines)
    {
        using var xml = BookXml.Open(archive, part);
        var level = 0;
        string? words = null;
        while (xml.Next(deepest) && lines.Count < MostLines)
        {
            if (xml.LocalName == "navPoint")
            {
                level += xml.NodeType == XmlNodeType.EndElement ? -1 : xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? 1 : 0;
                words = null;
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "navMap")
            {
                return;
            }
            else if (xml.NodeType == XmlNodeType.Element && level > 0)
            {
                if (xml.LocalName == "navLabel")
                    words = Words(xml, deepest);
                else if (xml.LocalName == "content" && words is not null)
                    Add(lines, part, level, xml.Attribute("src"), words);
            }
        }
    }

    private static void Add(List<ContentsLine> lines, string part, int level, string? written, string words)
    {
        if (words.Length > 0)
            lines.Add(new ContentsLine(words.Length > LongestLine ? words[..LongestLine] : words, Math.Min(level, DeepestLevel), written is null ? null : BookPaths.Resolve(part, written)));
    }

    /// <summary>All words in the element; afterwards the reader stands on its end.</summary>
    private static string Words(XmlReader xml, int deepest)
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var words = new System.Text.StringBuilder();
        while (xml.Next(deepest) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                words.Append(xml.Value);
        }

        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>目录一行.</summary>
internal sealed record ContentsLine(string Words, int Level, (string Part, string? Place)? To);
