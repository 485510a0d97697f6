using Gongkai.Search.Folding;
using Gongkai.Search.Index;

namespace Gongkai.Search;

/// <summary>摘要: a piece of the text around the first place found, with every word in it marked; text stays text until a page or answer escapes it.</summary>
internal static class Snippets
{
    private const int Before = 30;
    private const int Length = 130;
    private const string Ellipsis = "……";

    public static (IReadOnlyList<MarkedPart> Parts, FoundIn? In) Of(FoundText found, IReadOnlyList<string> words)
    {
        if (found.Hit.InText >= 0)
            return (Around(found.Text, Chars(found.Text, found.Hit.InText), words), null);
        if (found.Hit.InFiles >= 0 && found.Files is { } files)
        {
            var place = FilesText.At(found.Places, found.Hit.InFiles);
            return (Around(files, Chars(files, found.Hit.InFiles), words), place is null ? null : new FoundIn(place.Attachment, place.Name, place.Page));
        }

        // Single characters, and words of which only some are there: FTS5 has told no place.
        var folded = Fold.Of(found.Text);
        if (First(folded, words) is >= 0 and var inText)
            return (Around(found.Text, inText, words), null);
        if (found.Files is { } attached && First(Fold.Of(attached), words) is >= 0 and var inFiles)
        {
            var place = FilesText.At(found.Places, inFiles - attached.Take(inFiles).Count(char.IsLowSurrogate));
            return (Around(attached, inFiles, words), place is null ? null : new FoundIn(place.Attachment, place.Name, place.Page));
        }

        return (Around(found.Text, 0, words), null);
    }

    /// <summary>A text cut at the words found in it.</summary>
    public static IReadOnlyList<MarkedPart> Mark(string text, IReadOnlyList<string> words)
    {
        var marked = new bool[text.Length];
        var folded = Fold.Of(text);
        foreach (var word in words.Where(word => word.Length > 0))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
                marked.AsSpan(at, word.Length).Fill(true);
        }

        List<MarkedPart> parts = [];
        for (var from = 0; from < text.Length;)
        {
            var to = from + 1;
            while (to < text.Length && marked[to] == marked[from])
                to++;
            parts.Add(new MarkedPart(text[from..to], marked[from]));
            from = to;
        }

        return parts;
    }

    private static List<MarkedPart> Around(string text, int at, IReadOnlyList<string> words)
    {
        var from = Math.Max(0, at - Before);
        // A sentence or line that begins within reach is where one begins to read.
        if (from > 0 && text.AsSpan(from, at - from).LastIndexOfAny('\n', '。', '；') is >= 0 and var begun)
            from += begun + 1;
        if (from > 0 && from < text.Length && char.IsLowSurrogate(text[from]))
            from--;
        var to = Math.Min(text.Length, from + Length);
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to--;
        var piece = text[from..to].Replace('\n', ' ').Trim();
        var parts = Mark(piece, words).ToList();
        if (from > 0)
            parts.Insert(0, new MarkedPart(Ellipsis, IsMarked: false));
        if (to < text.Length)
            parts.Add(new MarkedPart(Ellipsis, IsMarked: false));
        return parts;
    }

    private static int First(string folded, IReadOnlyList<string> words)
    {
        var first = -1;
        foreach (var word in words)
        {
            var at = folded.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at < first))
                first = at;
        }

        return first;
    }

    /// <summary>From a count of characters to one of UTF-16 units.</summary>
    private static int Chars(string text, int characters)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return Math.Min(characters, text.Length);
        var at = 0;
        for (; characters > 0 && at < text.Length; characters--)
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        return Math.Min(at, text.Length);
    }
}
