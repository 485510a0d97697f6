using Gongkai.Formats.Reading.Html;

namespace Gongkai.Formats.Reading.PlainText;

/// <summary>纯文本与 Markdown: lines, and the tables drawn in them.</summary>
internal static class PlainTextReader
{
    public static void Read(ReadOnlySpan<byte> content, BlockBuilder blocks) =>
        TextTables.Write(TextLines.Split(TextDecoding.Decode(content, blocks.Limits), blocks), blocks);

    /// <summary>Markdown: its marks go; tables written as HTML, which its own tables cannot express when cells are merged, are read as such.</summary>
    public static void ReadMarkdown(ReadOnlySpan<byte> content, BlockBuilder blocks)
    {
        var lines = TextLines.Split(TextDecoding.Decode(content, blocks.Limits), blocks);
        var text = new List<SourceLine>();
        for (var at = 0; at < lines.Count; at++)
        {
            var end = lines[at].Text.Contains("<table", StringComparison.OrdinalIgnoreCase) ? TableEnd(lines, at) : -1;
            if (end < 0)
            {
                text.Add(lines[at]);
                continue;
            }
            TextTables.Write(text, blocks, MarkdownMarks.Remove);
            text.Clear();
            HtmlReader.ReadFragment(string.Join('\n', lines.Skip(at).Take(end - at + 1).Select(line => line.Text)), lines[at], blocks);
            at = end;
        }
        TextTables.Write(text, blocks, MarkdownMarks.Remove);
    }

    private static int TableEnd(List<SourceLine> lines, int from)
    {
        var depth = 0;
        for (var at = from; at < lines.Count; at++)
        {
            depth += Count(lines[at].Text, "<table") - Count(lines[at].Text, "</table");
            if (depth <= 0)
                return at;
        }
        return -1;
    }

    private static int Count(string text, string tag) => (text.Length - text.Replace(tag, "", StringComparison.OrdinalIgnoreCase).Length) / tag.Length;
}
