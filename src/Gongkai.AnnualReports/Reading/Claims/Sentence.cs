namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>词: a known word or a figure of a sentence; offsets are those of the folded paragraph.</summary>
internal readonly record struct Word(int Start, int End, Sense Sense, string Value)
{
    public Figure Figure { get; init; } = Figure.None;

    public bool Is(Sense sense) => Sense == sense;

    /// <summary>True for a mark that ends a clause; 、 only parts items.</summary>
    public bool EndsClause => Sense == Sense.Mark && Value != "、";

    public override string ToString() => $"{Sense}:{Value}";
}

/// <summary>句: a sentence of the running text as a row of known words and figures.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Paragraph">The paragraph it stands in.</param>
/// <param name="Folded">The whole paragraph, folded.</param>
/// <param name="Start">Start of the sentence in the folded paragraph.</param>
/// <param name="End">Its end, without the full stop.</param>
/// <param name="Words">Known words, figures and marks in order.</param>
internal sealed record Sentence(NarrativeSection Section, NarrativeParagraph Paragraph, FoldedText Folded, int Start, int End, List<Word> Words)
{
    private const int LongestClause = 160;

    public string Text => Folded.Text[Start..End];

    /// <summary>True when it opens with a heading number such as （二）.</summary>
    public bool OpensPart => Start + 2 < Folded.Text.Length && Folded.Text[Start] == '（' && ChineseNumeral.IsPart(Folded.Text[Start + 1]);

    /// <summary>The words of the source around the given stretch: the clause it stands in.</summary>
    public (string Text, Formats.SourcePlace? Place) ClauseAround(int start, int end)
    {
        var text = Folded.Text;
        var from = start;
        while (from > Start && from > start - LongestClause && text[from - 1] is not ('，' or '；' or '：' or '（'))
            from--;
        var to = Math.Max(end, from);
        while (to < End && to < end + LongestClause && text[to] is not ('，' or '；' or '、' or '（' or '）'))
            to++;
        var source = Paragraph.Text[Folded.Offset(from)..Folded.Offset(to)].Trim();
        return (source, PlaceAt(Folded.Offset(start)) is { } place ? place with { Text = source } : null);
    }

    // A paragraph joined from very many lines is searched by halves, so that a hostile text stays linear.
    private Formats.SourcePlace? PlaceAt(int offset)
    {
        var lines = Paragraph.Lines;
        int low = 0, high = lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lines[middle].Offset <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return lines.Count > 0 && lines[low].Offset <= offset ? lines[low].Place : null;
    }
}
