using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Search.Folding;
using Gongkai.Search.Index;

namespace Gongkai.Search;

/// <summary>放宽: what else could have been meant by words that nothing has, nearest first; each says what it does.</summary>
internal static partial class Relaxing
{
    private const int MostForms = 12;
    private const int MostConcepts = 24;
    private const double EnoughOfThem = 0.3;

    /// <summary>What was typed as it stands, then what else it could have meant.</summary>
    public static IEnumerable<Reading> InTurn(string plain, Vocabulary vocabulary) => Of(plain, vocabulary).Prepend(Reading.OfWords(plain));

    public static IEnumerable<Reading> Of(string plain, Vocabulary vocabulary)
    {
        var runs = Runs(plain);
        if (runs.Count == 0)
            yield break;
        if (string.Join(' ', runs) != plain)
            yield return new Reading([.. runs.Select(run => new WantedWord(run))]) { Said = $"没有原样符合的文件，已去掉标点，按“{string.Join(' ', runs)}”检索。" };
        if (Number(plain) is { } number)
            yield return new Reading([new WantedWord(number)]) { Said = $"已按文号“{number[0].Replace('(', '〔').Replace(')', '〕')}”检索。" };
        var simplified = Traditional.Simplified(string.Join(' ', runs));
        if (simplified != string.Join(' ', runs))
        {
            runs = [.. simplified.Split(' ')];
            yield return new Reading([.. runs.Select(run => new WantedWord(run))]) { Said = $"已按简体字“{simplified}”检索。" };
        }

        List<WantedWord> same = [.. runs.Select(run => new WantedWord(Forms(run, vocabulary)))];
        if (same.Exists(word => word.Forms.Count > 1))
            yield return new Reading(same) { Said = $"没有含有“{plain}”的文件，已同时检索相同意思的词：{string.Join('、', same.SelectMany(word => word.Forms.Skip(1)).Take(5))}。" };

        List<string> concepts = [.. runs.SelectMany(vocabulary.Concepts).Where(concept => concept.Length > 1).Distinct(StringComparer.Ordinal).Take(MostConcepts)];
        // Of a question not every word need be there: a guide to 居住证 answers what to bring without the word 材料.
        var isQuestion = concepts.Count > 1 && concepts.Sum(concept => concept.Length) < runs.Sum(run => run.Length);
        if (concepts.Count > 0 && !isQuestion && !concepts.SequenceEqual(runs))
            yield return new Reading([.. concepts.Select(concept => new WantedWord(vocabulary.Same(concept)))]) { Said = $"没有同时含有全部词语的文件，已按“{string.Join('、', concepts)}”和相近的说法检索。" };

        if (BySound(plain) is { } sounds)
            yield return sounds;

        foreach (var pieces in (IEnumerable<WantedWord>[])[concepts.SelectMany(concept => Pieces(concept, vocabulary)), concepts.SelectMany(Pairs)])
        {
            List<WantedWord> wanted = [.. pieces.DistinctBy(piece => piece.Forms[0]).Take(MostConcepts * 2)];
            if (wanted.Count > 0)
                yield return new Reading(wanted) { Share = EnoughOfThem, Said = $"没有同时含有全部词语的文件，以下文件含有“{string.Join('、', concepts)}”中的多数词语。" };
        }
    }

    /// <summary>Spelt in letters, or written with other characters of the same sound: 工积金 and gongjijin for 公积金. Words that have no sound must be there as they are.</summary>
    private static Reading? BySound(string plain)
    {
        var words = Spelt([.. Cut(Traditional.Simplified(plain))]);
        List<IReadOnlyList<string>> sounds = [.. words.Select(Sounds.Of)];
        if (sounds.TrueForAll(ways => ways.Count == 0))
            return null;
        var spelt = string.Join(' ', sounds.Zip(words, (ways, word) => ways.Count == 0 ? word : Sounds.Spelt(ways[0])));
        return new Reading([.. sounds.Zip(words, (ways, word) => ways.Count == 0 ? new WantedWord(word) : new WantedWord([word, .. ways]))]) { Said = $"没有原样符合的文件，已按读音“{spelt}”检索标题。" };
    }

    /// <summary>Syllables written apart are one word: gong ji jin, xi'an.</summary>
    private static List<string> Spelt(List<string> runs)
    {
        List<string> words = [];
        foreach (var run in runs)
        {
            var isNext = words.Count > 0 && Sounds.AreSyllables(run) && Sounds.AreSyllables(words[^1]);
            words = isNext ? [.. words[..^1], $"{words[^1]}{Sounds.Apart}{run}"] : [.. words, run];
        }

        return words;
    }

    /// <summary>What lies between spaces and marks.</summary>
    private static List<string> Runs(string plain) => [.. Cut(plain).Distinct(StringComparer.Ordinal)];

    private static string[] Cut(string plain)
    {
        var cut = new StringBuilder(plain.Length);
        foreach (var letter in plain)
            cut.Append(char.IsPunctuation(letter) || char.IsSymbol(letter) ? ' ' : letter);
        return cut.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>文号 typed without its brackets: 云科发2026年8号 for 云科发〔2026〕8号.</summary>
    private static IReadOnlyList<string>? Number(string plain) => Shape().Match(plain) is { Success: true } match
        ? [$"{match.Groups["mark"].Value}({match.Groups["year"].Value}){match.Groups["number"].Value}号", $"{match.Groups["mark"].Value}({match.Groups["year"].Value})第{match.Groups["number"].Value}号"]
        : null;

    /// <summary>A run with each known word in it replaced by what means the same.</summary>
    private static List<string> Forms(string run, Vocabulary vocabulary)
    {
        List<string> forms = [run];
        foreach (var (at, word) in vocabulary.In(run))
            forms.AddRange(vocabulary.Same(word).Skip(1).Select(other => string.Concat(run.AsSpan(0, at), other, run.AsSpan(at + word.Length))));
        return [.. forms.Distinct(StringComparer.Ordinal).Take(MostForms)];
    }

    /// <summary>A known word whole, with what means the same; of others every two neighbours, so that one wrong character spoils little.</summary>
    private static IEnumerable<WantedWord> Pieces(string concept, Vocabulary vocabulary)
    {
        var same = vocabulary.Same(concept);
        return same.Count > 1 ? [new WantedWord(same)] : Pairs(concept);
    }

    private static IEnumerable<WantedWord> Pairs(string concept) =>
        Enumerable.Range(0, concept.Length - 1).Where(at => !char.IsLowSurrogate(concept[at]) && !char.IsHighSurrogate(concept[at + 1])).Select(at => new WantedWord(concept.Substring(at, 2)));

    [GeneratedRegex(@"^(?<mark>[\p{Lo}]{2,12})[( ]?(?<year>(19|20)[0-9]{2})[) ]?年?第?(?<number>[0-9]{1,5})号?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
