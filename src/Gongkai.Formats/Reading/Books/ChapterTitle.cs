using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Books;

/// <summary>章名 of a chapter that the contents do not name: its first heading, else the title of its file.</summary>
internal static class ChapterTitle
{
    private const int Longest = 80;

    public static string? In(OfficeArchive archive, string part, int deepest)
    {
        string? title = null;
        try
        {
            using var xml = BookXml.Open(archive, part);
            while (xml.Next(deepest))
            {
                if (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement || xml.LocalName is not ("title" or "h1" or "h2" or "h3"))
                    continue;
                var isHeading = xml.LocalName != "title";
                if (Words(xml, deepest) is not { Length: > 0 } words)
                    continue;
                if (isHeading)
                    return words;
                title ??= words;
            }
        }
        catch (XmlException)
        {
            // Told when the chapter itself is read.
            return title;
        }

        return title;
    }

    private static string Words(XmlReader xml, int deepest)
    {
        var depth = xml.Depth;
        var words = new System.Text.StringBuilder();
        while (xml.Next(deepest) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && words.Length < Longest)
                words.Append(xml.Value);
        }

        var line = string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > Longest ? line[..Longest] : line;
    }
}
