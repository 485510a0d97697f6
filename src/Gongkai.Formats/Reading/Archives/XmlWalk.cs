using System.Xml;

namespace Gongkai.Formats.Reading.Archives;

/// <summary>XML 遍历: steps through a stream of XML by element; every step guards the depth of nesting.</summary>
internal static class XmlWalk
{
    /// <summary>Moves to the next child element of the element that stood at the given depth; false at its end.</summary>
    public static bool NextChild(this XmlReader reader, int depth, int deepest)
    {
        while (reader.Next(deepest))
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
                return false;
            if (reader.NodeType == XmlNodeType.Element)
                return true;
        }
        return false;
    }

    /// <summary>Passes over the current element and all in it.</summary>
    public static void Pass(this XmlReader reader, int deepest)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Next(deepest) && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
        }
    }

    public static bool Next(this XmlReader reader, int deepest)
    {
        if (reader.Depth > deepest)
            throw new UnreadableFileException("文档嵌套层次过深，不像正常的办公文档；请用 Word 或 WPS 打开后另存再读取");
        return reader.Read();
    }

    /// <summary>An attribute by its local name, whichever of the two office namespaces it is written in.</summary>
    public static string? Attribute(this XmlReader reader, string name)
    {
        string? value = null;
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                if (reader.LocalName == name)
                    value = reader.Value;
            }
            while (value is null && reader.MoveToNextAttribute());
            reader.MoveToElement();
        }
        return value;
    }

    /// <summary>A true-or-false property: present means true unless its value says otherwise.</summary>
    public static bool IsOn(this XmlReader reader) => reader.Attribute("val") is not ("0" or "false" or "off");

    public static int Number(this XmlReader reader, string attribute, int otherwise, int least, int most) =>
        int.TryParse(reader.Attribute(attribute), out var number) ? Math.Clamp(number, least, most) : otherwise;
}
