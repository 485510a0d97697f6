using System.Xml;
using Gongkai.Formats.Reading.Archives;
using Gongkai.Formats.Reading.Grids;

namespace Gongkai.Formats.Reading.Word;

/// <summary>Word XML: a Word document kept as one XML file (of 2003, or the flat form of docx), often with the extension .doc or .xml.</summary>
internal static class WordXmlReader
{
    public static void Read(byte[] content, BlockBuilder blocks)
    {
        var numbers = new ListNumbers();
        using (var reader = OfficeArchive.Xml(new MemoryStream(content, writable: false)))
            numbers.ReadNumbering(reader, blocks.Limits.Nesting);
        using (var reader = OfficeArchive.Xml(new MemoryStream(content, writable: false)))
            DraftPart.Write(new WordBody(reader, numbers, blocks).Read(), blocks);
    }
}
