using System.Buffers;

namespace Gongkai.Formats.Reading.PlainText;

/// <summary>分行: text into its lines, counted as an editor counts them; form feeds count pages, lone page numbers go.</summary>
internal static class TextLines
{
    private static readonly SearchValues<char> s_lineEnds = SearchValues.Create("\n\r\f\v\u2028\u2029\u0085");

    public static List<SourceLine> Split(string text, BlockBuilder blocks)
    {
        var paged = text.Contains('\f', StringComparison.Ordinal);
        var lines = new List<SourceLine>();
        var (start, number, page) = (0, 1, 1);
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(s_lineEnds);
            var end = length < 0 ? text.Length : start + length;
            var line = new SourceLine(text[start..end], paged ? page : null, number);
            if (!PageNumbers.Is(line.Text))
            {
                lines.Add(line);
                blocks.CheckLines(lines.Count / 2);
            }
            if (end == text.Length)
                break;
            var isPageEnd = text[end] == '\f';
            page += isPageEnd ? 1 : 0;
            number += isPageEnd || text[end] == '\v' ? 0 : 1;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }
}
