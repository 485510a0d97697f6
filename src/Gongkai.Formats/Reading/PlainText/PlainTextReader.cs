namespace Gongkai.Formats.Reading.PlainText;

/// <summary>纯文本与 Markdown: lines, and the tables drawn in them.</summary>
internal static class PlainTextReader
{
    public static void Read(ReadOnlySpan<byte> content, BlockBuilder blocks, bool isMarkdown)
    {
        var lines = TextLines.Split(TextDecoding.Decode(content, blocks.Limits), blocks);
        TextTables.Write(lines, blocks, isMarkdown ? MarkdownMarks.Remove : null);
    }
}
