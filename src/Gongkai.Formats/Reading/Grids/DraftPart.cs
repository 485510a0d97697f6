using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Grids;

/// <summary>文档部分: a paragraph or a table, while a document is being read.</summary>
internal readonly record struct DraftPart(SourceLine Line, DraftTable? Table = null)
{
    /// <summary>Writes parts in order; paragraphs typed with tabs or bars become tables as they do in plain text.</summary>
    public static void Write(IReadOnlyList<DraftPart> parts, BlockBuilder blocks)
    {
        var lines = new List<SourceLine>();
        foreach (var part in parts)
        {
            if (part.Table is null)
            {
                Split(part.Line, lines);
                continue;
            }
            TextTables.Write(lines, blocks);
            lines.Clear();
            part.Table.WriteTo(blocks);
        }
        TextTables.Write(lines, blocks);
    }

    // A paragraph with line breaks inside is several lines of the same paragraph.
    private static void Split(SourceLine paragraph, List<SourceLine> lines)
    {
        if (!paragraph.Text.Contains('\n', StringComparison.Ordinal))
            lines.Add(paragraph);
        else
            lines.AddRange(paragraph.Text.Split('\n').Select(text => paragraph with { Text = text }));
    }
}
