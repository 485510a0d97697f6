namespace Gongkai.Formats.Reading.PlainText;

/// <summary>硬回车: tells text whose lines were cut at a margin, so that a sentence runs on into the next line.</summary>
internal static class HardWrapping
{
    private const int FewestFull = 6;

    public static bool Shows(List<SourceLine> lines)
    {
        var widths = new List<int>();
        foreach (var line in lines)
        {
            if (!line.HasTab && line.Text.Length > 8)
                widths.Add(Width(line.Text));
        }
        if (widths.Count < FewestFull)
            return false;
        widths.Sort();
        var margin = widths[(widths.Count * 9) / 10];
        if (margin is < 36 or > 140 || widths[^1] > margin * 1.3)
            return false;

        var (full, open) = (0, 0);
        foreach (var line in lines)
        {
            var text = line.Text.AsSpan().TrimEnd();
            if (line.HasTab || text.IsEmpty || Width(line.Text) < margin * 0.85)
                continue;
            full++;
            open += "。！？；：.!?;:".Contains(text[^1], StringComparison.Ordinal) ? 0 : 1;
        }
        return full >= FewestFull && open * 10 >= full * 6;
    }

    // Han characters are two columns wide.
    private static int Width(string text)
    {
        var width = 0;
        foreach (var character in text)
            width += character < 0x2e80 ? 1 : 2;
        return width;
    }
}
