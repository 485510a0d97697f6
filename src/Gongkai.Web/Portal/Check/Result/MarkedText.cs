using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Checking;
using Gongkai.Formats;

namespace Gongkai.Web.Portal.Check.Result;

/// <summary>加标记的文字: the running text of a report with the words that findings speak of.</summary>
public sealed class MarkedText
{
    private readonly Dictionary<(string Section, int Paragraph), List<(int Start, int End, int Finding)>> _marks = [];

    private MarkedText(Narrative narrative) => Narrative = narrative;

    public Narrative Narrative { get; }

    /// <summary>Finds each diagnostic's words in the text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="diagnostics">Numbered as the page shows them.</param>
    public static MarkedText Of(Report report, IEnumerable<(int Number, Diagnostic Diagnostic)> diagnostics)
    {
        var marked = new MarkedText(report.Narrative);
        foreach (var (number, diagnostic) in diagnostics)
        {
            if (IsInATable(report, diagnostic) || marked.Find(diagnostic) is not { } found)
                continue;
            if (!marked._marks.TryGetValue((found.Section, found.Paragraph), out var marks))
                marked._marks[(found.Section, found.Paragraph)] = marks = [];
            marks.Add((found.Start, found.End, number));
        }

        return marked;
    }

    public bool Has(int finding) => _marks.Values.Any(marks => marks.Any(mark => mark.Finding == finding));

    /// <summary>A paragraph cut at the borders of its marks.</summary>
    public IEnumerable<TextPiece> Pieces(string section, int paragraph, string text)
    {
        if (!_marks.TryGetValue((section, paragraph), out var marks))
        {
            yield return new TextPiece(text, [], []);
            yield break;
        }

        var borders = marks.SelectMany(mark => new[] { mark.Start, mark.End }).Append(0).Append(text.Length).Distinct().Order().ToArray();
        for (var i = 1; i < borders.Length; i++)
        {
            int[] here = [.. marks.Where(mark => mark.Start < borders[i] && mark.End > borders[i - 1]).Select(mark => mark.Finding)];
            int[] starting = [.. marks.Where(mark => mark.Start == borders[i - 1]).Select(mark => mark.Finding)];
            yield return new TextPiece(text[borders[i - 1]..borders[i]], here, starting);
        }
    }

    public bool IsMarked(string section, int paragraph) => _marks.ContainsKey((section, paragraph));

    /// <summary>True when the diagnostic's place is that of a cell: a figure such as 5 must not be sought in the sentences.</summary>
    private static bool IsInATable(Report report, Diagnostic diagnostic) =>
        diagnostic.Source is { Table: not null } or { Row: not null }
        || (diagnostic.Source is { } source && diagnostic.At.Any(at => report[at].Source == source));

    private (string Section, int Paragraph, int Start, int End)? Find(Diagnostic diagnostic)
    {
        if (diagnostic.Source is not { } source)
            return null;

        var words = (source.Text ?? "").Trim().TrimEnd('…').Trim();
        var named = Narrative.Sections.Where(section => diagnostic.At.Contains(section.Key));
        foreach (var section in named.Concat(Narrative.Sections).Distinct())
        {
            for (var i = 0; i < section.Paragraphs.Count; i++)
            {
                var paragraph = section.Paragraphs[i];
                if (!IsThere(paragraph, source))
                    continue;
                if (words.Length == 0)
                    return (section.Key, i, 0, paragraph.Text.Length);
                if (paragraph.Text.IndexOf(words, StartOf(paragraph, source), StringComparison.Ordinal) is var start and >= 0)
                    return (section.Key, i, start, start + words.Length);
                if (paragraph.Text.IndexOf(words, StringComparison.Ordinal) is var anywhere and >= 0)
                    return (section.Key, i, anywhere, anywhere + words.Length);
            }
        }

        if (words.Length < 4)
            return null;
        foreach (var section in named.Concat(Narrative.Sections).Distinct())
        {
            for (var i = 0; i < section.Paragraphs.Count; i++)
            {
                if (section.Paragraphs[i].Text.IndexOf(words, StringComparison.Ordinal) is var start and >= 0)
                    return (section.Key, i, start, start + words.Length);
            }
        }

        return null;
    }

    private static bool IsThere(NarrativeParagraph paragraph, SourcePlace source) => paragraph.Lines.Any(line => IsSame(line.Place, source));

    private static int StartOf(NarrativeParagraph paragraph, SourcePlace source) => Math.Min(paragraph.Text.Length, paragraph.Lines.First(line => IsSame(line.Place, source)).Offset);

    private static bool IsSame(SourcePlace a, SourcePlace b) => a.Page == b.Page && a.Line == b.Line && a.Paragraph == b.Paragraph;
}

/// <summary>A run of text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Findings">Findings that speak of them.</param>
/// <param name="Starting">Findings whose words begin here; they give the run its anchors.</param>
public sealed record TextPiece(string Text, IReadOnlyList<int> Findings, IReadOnlyList<int> Starting);
