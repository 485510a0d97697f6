using Gongkai.Formats.Reading.Archives;
using Gongkai.Formats.Reading.Grids;

namespace Gongkai.Formats.Reading.Word;

/// <summary>Word 文档: streamed straight from the archive; no document model stands between.</summary>
internal static class DocxReader
{
    /// <returns>The title from the document's properties.</returns>
    public static string? Read(byte[] content, BlockBuilder blocks)
    {
        using var archive = new OfficeArchive(content, blocks.Limits);
        var main = MainPart(archive, blocks.Limits.Nesting);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var deepest = blocks.Limits.Nesting;

        var numbers = new ListNumbers();
        using (var numbering = archive.Xml(folder + "numbering.xml"))
        {
            if (numbering is not null)
                numbers.ReadNumbering(numbering, deepest);
        }
        using (var styles = archive.Xml(folder + "styles.xml"))
        {
            if (styles is not null)
                numbers.ReadStyles(styles, deepest);
        }
        using (var document = archive.Xml(main) ?? throw new UnreadableFileException("文件不是有效的 Word 文档；请用 Word 或 WPS 打开后另存为 docx 再读取"))
            DraftPart.Write(new WordBody(document, numbers, blocks).Read(), blocks);
        return Title(archive, deepest);
    }

    private static string MainPart(OfficeArchive archive, int deepest)
    {
        using var relations = archive.Xml("_rels/.rels");
        while (relations is not null && relations.Next(deepest))
        {
            if (relations.LocalName == "Relationship" && relations.Attribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                && relations.Attribute("Target")?.TrimStart('/') is { } target && archive.Has(target))
                return target;
        }
        return "word/document.xml";
    }

    private static string? Title(OfficeArchive archive, int deepest)
    {
        using var properties = archive.Xml("docProps/core.xml");
        while (properties is not null && properties.Next(deepest))
        {
            if (properties.LocalName == "title" && properties.NodeType == System.Xml.XmlNodeType.Element && !properties.IsEmptyElement && properties.Next(deepest))
                return properties.Value.Trim() is { Length: > 0 } title ? title : null;
        }
        return null;
    }
}
