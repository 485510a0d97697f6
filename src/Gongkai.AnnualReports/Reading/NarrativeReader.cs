using System.Text;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>文字部分: joins lines that the source broke at the margin, and gathers the paragraphs of each section.</summary>
internal static class NarrativeReader
{
    public static NarrativeSection Section(string key, Segment? heading, IReadOnlyList<Segment> lines) =>
        new(key, heading?.Original.Trim(), Paragraphs(lines)) { HeadingPlace = heading is null ? null : heading.Place with { Text = heading.Original.Trim() } };

    private static List<NarrativeParagraph> Paragraphs(IReadOnlyList<Segment> segments)
    {
        var lines = segments.Where(segment => segment.Text.Trim().Length > 0 && !FigureScanner.IsPageNumber(segment.Text)).ToList();
        var paragraphs = new List<NarrativeParagraph>();
        if (lines.Count == 0)
            return paragraphs;

        var margin = lines.Where(line => line.Words.Count > 0).Select(line => line.Words[0].Left).DefaultIfEmpty(0).Min();
        var widest = lines.Max(line => line.Original.TrimEnd().Length);
        var text = new StringBuilder();
        var starts = new List<(int, SourcePlace)>();
        Segment? last = null;
        foreach (var line in lines)
        {
            if (last is not null && !(last.MayRunOn && line.MayRunOn && RunsOn(last, line, margin, widest)))
                Close();
            var words = line.Original.Trim();
            // A space between Chinese characters at a joint is a trace of the line end, not of the text.
            if (text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetter(words[0]))
                text.Append(' ');
            starts.Add((text.Length, line.Place with { Text = null }));
            text.Append(words);
            last = line;
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (text.Length > 0)
                paragraphs.Add(new NarrativeParagraph(text.ToString(), [.. starts]));
            text.Clear();
            starts.Clear();
        }
    }

    private static bool RunsOn(Segment last, Segment line, double margin, int widest)
    {
        if (line.Words.Count > 0 && line.Words[0].Left > margin + 14)
            return false;
        if (line.Words.Count == 0 && line.Original.Length > 1 && (line.Original.StartsWith("  ", StringComparison.Ordinal) || line.Original[0] == '\u3000'))
            return false;
        var ended = last.Text.TrimEnd() is { Length: > 0 } text && text[^1] is '。' or '：' or '；' or '！' or '？' or ':' or ';';
        var wasShort = last.Original.TrimEnd().Length < widest * 0.8;
        if (ended && (wasShort || Regexes.Opening().IsMatch(line.Text)))
            return false;
        return !(wasShort && Regexes.Opening().IsMatch(line.Text));
    }
}
