using System.Collections.Frozen;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>词表: the words the claim reader knows, each with its meaning; the longest word at a place wins.</summary>
internal static class Lexicon
{
    // Every character of every report passes here: an array by the first character, then words by their second.
    private static readonly Start?[] s_starts = Build();

    /// <summary>The longest word that starts here.</summary>
    public static Entry? At(string text, int at)
    {
        if (s_starts[text[at]] is not { } start)
            return null;
        if (at + 1 < text.Length && start.BySecond.TryGetValue(text[at + 1], out var entries))
        {
            var rest = text.AsSpan(at + 2);
            foreach (var entry in entries)
            {
                if (rest.StartsWith(entry.Word.AsSpan(2), StringComparison.Ordinal))
                    return entry;
            }
        }

        return start.Single;
    }

    private static Start?[] Build()
    {
        var starts = new Start?[char.MaxValue + 1];
        foreach (var group in LexiconWords.All.DistinctBy(entry => entry.Word, StringComparer.Ordinal).GroupBy(entry => entry.Word[0]))
        {
            starts[group.Key] = new Start(
                group.FirstOrDefault(entry => entry.Word.Length == 1),
                group.Where(entry => entry.Word.Length > 1).GroupBy(entry => entry.Word[1]).ToFrozenDictionary(second => second.Key, second => second.OrderByDescending(entry => entry.Word.Length).ToArray()));
        }

        return starts;
    }

    /// <summary>A word with its sense; the value says which kind, outcome, channel … it is.</summary>
    internal sealed record Entry(string Word, Sense Sense, string Value);

    private sealed record Start(Entry? Single, FrozenDictionary<char, Entry[]> BySecond);
}
