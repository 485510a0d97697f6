using System.Runtime.InteropServices;
using System.Text;

namespace Gongkai.Formats.Reading.Pages;

/// <summary>可见的一行: words that stand on one line of a page, from left to right.</summary>
internal sealed class VisualLine
{
    private const int MostWords = 8_000;
    private const double Reach = 0.42;
    private const double FarReach = 0.7;
    private readonly List<PlacedWord> _words = [];

    private VisualLine(double middle) => Middle = middle;

    public IReadOnlyList<PlacedWord> Words => _words;

    /// <summary>Height at which the line stands, from the top of the page.</summary>
    public double Middle { get; }

    /// <summary>
    /// The lines of a page from top to bottom. Long words make lines first and short ones join the nearest, so that a label printed
    /// down the side of a table, one character beside every other row, does not tear the rows.
    /// </summary>
    public static List<VisualLine> Of(PageWords page)
    {
        if (page.Words.Count > MostWords)
            throw new UnreadableFileException($"第 {page.Number} 页的文字异常地多，不像一份年度报告；请确认文件");
        var lines = new List<VisualLine>();
        foreach (var word in page.Words.OrderByDescending(word => word.Text.Length).ThenBy(Centre).ThenBy(word => word.Left))
            LineFor(word, lines)._words.Add(word);
        foreach (var line in lines)
            CollectionsMarshal.AsSpan(line._words).Sort((one, other) => one.Left.CompareTo(other.Left));
        return lines;
    }

    // Fonts differ in where their boxes sit: figures stand up to a third of their height lower than the Han text beside them.
    // A figure centred beside a label of two lines lies half-way between them, further than the reach from either.
    private static VisualLine LineFor(PlacedWord word, List<VisualLine> lines)
    {
        var (low, high) = (0, lines.Count);
        while (low < high)
        {
            var half = (low + high) / 2;
            if (lines[half].Middle < Centre(word))
                low = half + 1;
            else
                high = half;
        }
        var above = low > 0 && lines[low - 1].Reaches(word) ? lines[low - 1] : null;
        var below = low < lines.Count && lines[low].Reaches(word) ? lines[low] : null;
        if (above is not null && (below is null || Centre(word) - above.Middle <= below.Middle - Centre(word)))
            return above;
        if (below is not null)
            return below;
        var line = new VisualLine(Centre(word));
        lines.Insert(low, line);
        return line;
    }

    // A label of the column beside (the end of a group label that spans several rows) joins from further off when it covers nothing of the line.
    private bool Reaches(PlacedWord word)
    {
        var distance = Math.Abs(Centre(word) - Middle) / Math.Min(word.Bottom - word.Top, _words[0].Bottom - _words[0].Top);
        return distance < Reach || (distance < FarReach && !char.IsDigit(word.Text[0]) && !_words.Exists(other => other.Left < word.Right && word.Left < other.Right));
    }

    /// <summary>The words joined; a space where there is a gap that a reader sees.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var (index, word) in _words.Index())
        {
            if (index > 0 && IsGap(_words[index - 1], word))
                text.Append(' ');
            text.Append(word.Text);
        }
        return text.ToString();
    }

    private static double Centre(PlacedWord word) => (word.Top + word.Bottom) / 2;

    // Justified Han text is spread a little; figures of neighbouring columns may stand close.
    private static bool IsGap(PlacedWord before, PlacedWord after)
    {
        var height = Math.Min(before.Bottom - before.Top, after.Bottom - after.Top);
        var isHan = before.Text[^1] >= '\u2e80' && after.Text[0] >= '\u2e80';
        return after.Left - before.Right > height * (isHan ? 0.35 : 0.08);
    }
}
