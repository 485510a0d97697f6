using System.Text;

namespace Gongkai.Search.Folding;

/// <summary>
/// 读音 (data/search/pinyin.txt): titles and what was typed as syllables without tones, so that what somebody spells or writes with another character of the same sound is found.
/// Each syllable is one character of the Canadian syllabics, a script no Chinese document is written in, so that the index holds and finds sounds like any other words.
/// The private use area would not do: old documents keep rare characters (生僻字) there.
/// </summary>
internal static class Sounds
{
    private const char First = '\u1401';
    private const char Last = '\u166C';
    private const int MostCuts = 6;
    private const int LongestSyllable = 6;

    /// <summary>Of a title with many characters that are read in two ways only the first are taken both ways.</summary>
    private const int MostBothWays = 2;

    /// <summary>What may stand between two syllables that could be cut in another place: xi'an.</summary>
    public const char Apart = '\'';

    private static readonly Table s_table = Table.Read();

    /// <summary>The sounds of a title, a line for each way to read it; runs of a single character have none.</summary>
    public static string OfTitle(string folded)
    {
        var sounds = new StringBuilder();
        foreach (var run in Runs(folded))
        {
            foreach (var way in Ways(run))
                sounds.Append('\n').Append(way);
        }

        return sounds.ToString();
    }

    /// <summary>What a word sounds like: of Chinese characters their sounds, of Latin letters every way to cut them into syllables, surest first; nothing for all else and for a single syllable.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        if (word.Length < 2)
            return [];
        if (word.All(IsRead))
            return [.. Ways(word)];
        return [.. Cuts(word).Take(MostCuts * 4).Where(cut => cut.Length > 1).OrderBy(cut => cut.Length).Take(MostCuts)];
    }

    /// <summary>Whether these letters can be cut into syllables, or are one.</summary>
    public static bool AreSyllables(string letters) => Cuts(letters).Any();

    /// <summary>Whether these are sounds and not something that can be read.</summary>
    public static bool IsSound(string form) => form.Length > 0 && form[0] is >= First and <= Last;

    /// <summary>As people spell it: gong ji jin.</summary>
    public static string Spelt(string sounds) => string.Join(' ', sounds.Select(sound => s_table.Syllables[sound - First]));

    /// <summary>The characters of a text that sound so, as they stand there; null where none do.</summary>
    public static string? Find(string text, string sounds)
    {
        for (var at = 0; at + sounds.Length <= text.Length; at++)
        {
            var i = 0;
            while (i < sounds.Length && Reads(Fold.Of(text[at + i]), sounds[i]))
                i++;
            if (i == sounds.Length)
                return text.Substring(at, i);
        }

        return null;
    }

    private static bool IsRead(char letter) => s_table.Of[letter] != 0;

    private static bool Reads(char letter, char sound) => s_table.Of[letter] == sound || s_table.Other.GetValueOrDefault(letter) == sound;

    private static IEnumerable<string> Runs(string folded)
    {
        for (var from = 0; from < folded.Length; from++)
        {
            var to = from;
            while (to < folded.Length && IsRead(folded[to]))
                to++;
            if (to - from > 1)
                yield return folded[from..to];
            from = to;
        }
    }

    private static List<string> Ways(string run)
    {
        List<string> ways = [string.Create(run.Length, run, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = s_table.Of[from[i]];
        })];
        foreach (var at in Enumerable.Range(0, run.Length).Where(at => s_table.Other.ContainsKey(run[at])).Take(MostBothWays))
            ways.AddRange([.. ways.Select(way => string.Concat(way.AsSpan(0, at), [s_table.Other[run[at]]], way.AsSpan(at + 1)))]);
        return ways;
    }

    /// <summary>Every way to cut letters into syllables, up to so many; places from which no way leads to the end are never gone to, so that nonsense costs little.</summary>
    private static IEnumerable<string> Cuts(string letters)
    {
        var leads = new bool[letters.Length + 1];
        leads[letters.Length] = true;
        for (var at = letters.Length - 1; at >= 0; at--)
            leads[at] = Next(letters, at).Any(next => leads[next.At]);
        return leads[0] ? From(0) : [];

        IEnumerable<string> From(int at) => at == letters.Length ? [""] : Next(letters, at).Where(next => leads[next.At]).SelectMany(next => From(next.At).Select(rest => next.Sound + rest));
    }

    private static IEnumerable<(string Sound, int At)> Next(string letters, int at)
    {
        if (letters[at] == Apart)
            yield return ("", at + 1);
        for (var length = Math.Min(LongestSyllable, letters.Length - at); length > 0; length--)
        {
            if (s_table.Numbers.TryGetValue(letters.Substring(at, length), out var sound))
                yield return ($"{sound}", at + length);
        }
    }

    private sealed record Table(char[] Of, Dictionary<char, char> Other, IReadOnlyList<string> Syllables, Dictionary<string, char> Numbers)
    {
        public static Table Read()
        {
            using var file = new StreamReader(typeof(Sounds).Assembly.GetManifestResourceStream("search/pinyin.txt")!);
            var of = new char[char.MaxValue + 1];
            Dictionary<char, char> other = [];
            List<string> syllables = [];
            Dictionary<string, char> numbers = new(StringComparer.Ordinal);
            var isOther = false;
            while (file.ReadLine() is { } line)
            {
                isOther |= line == "--";
                if (line.Split(' ') is not [[>= 'a' and <= 'z', ..] syllable, var characters])
                    continue;
                if (!numbers.TryGetValue(syllable, out var sound))
                {
                    numbers[syllable] = sound = (char)(First + syllables.Count);
                    syllables.Add(syllable);
                }

                foreach (var character in characters)
                {
                    if (isOther)
                        other[character] = sound;
                    else
                        of[character] = sound;
                }
            }

            return new Table(of, other, syllables, numbers);
        }
    }
}
