namespace Gongkai.Formats.Reading.PlainText;

/// <summary>文字中的表格: offers every line to the recognisers of tables made of characters; what none takes is a line of text.</summary>
internal static class TextTables
{
    /// <summary>Takes the lines of one table from the given line on; the number of lines taken, or 0 when there is no such table.</summary>
    internal delegate int Recogniser(List<SourceLine> lines, int from, BlockBuilder blocks);

    private static readonly Recogniser[] s_recognisers = [PipeRows.Take, CellPerLine.Take, TabGrid.Take];

    /// <param name="lines">Lines of the document.</param>
    /// <param name="blocks">Receives tables and lines.</param>
    /// <param name="clean">What is done to a line of text before it is kept (Markdown marks removed).</param>
    public static void Write(List<SourceLine> lines, BlockBuilder blocks, Func<string, string>? clean = null)
    {
        var mayRunOn = HardWrapping.Shows(lines);
        for (var at = 0; at < lines.Count;)
        {
            var taken = MayBeginTable(lines[at].Text) ? Take(lines, at, blocks) : 0;
            if (taken == 0)
            {
                blocks.Line(clean is null ? lines[at] : lines[at] with { Text = clean(lines[at].Text) }, mayRunOn);
                taken = 1;
            }
            at += taken;
        }
    }

    private static int Take(List<SourceLine> lines, int from, BlockBuilder blocks)
    {
        foreach (var recogniser in s_recognisers)
        {
            if (recogniser(lines, from, blocks) is var taken and > 0)
                return taken;
        }
        return 0;
    }

    private static bool MayBeginTable(string text) => text.AsSpan().IndexOfAny(PipeRows.Signs) >= 0 || text.Contains('\t', StringComparison.Ordinal);
}
