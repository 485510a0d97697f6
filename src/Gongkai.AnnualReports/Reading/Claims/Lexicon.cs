using System.Collections.Frozen;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>词表: the words the claim reader knows, each with its meaning; the longest word at a place wins.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<char, Entry[]> s_byFirst = LexiconWords.All
        .GroupBy(entry => entry.Word, StringComparer.Ordinal)
        .Select(same => same.First())
        .GroupBy(entry => entry.Word[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());

    /// <summary>The longest word that starts here.</summary>
    public static Entry? At(string text, int at)
    {
        if (!s_byFirst.TryGetValue(text[at], out var entries))
            return null;
        foreach (var entry in entries)
        {
            if (FigureScanner.StartsAt(text, at, entry.Word))
                return entry;
        }

        return null;
    }

    /// <summary>A word with its sense; the value says which kind, outcome, channel … it is.</summary>
    internal sealed record Entry(string Word, Sense Sense, string Value);
}
