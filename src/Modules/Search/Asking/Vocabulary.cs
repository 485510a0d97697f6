using System.Text.Json;
using Gongkai.Search.Folding;

namespace Gongkai.Search;

/// <summary>词表: words that mean the same: those of data/search/synonyms.json, those the office adds, and the names a body has had; and the words of which only questions are made. All folded.</summary>
internal sealed class Vocabulary
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Dictionary<string, List<int>> _groupsOf = new(StringComparer.Ordinal);
    private readonly List<string[]> _groups = [];
    private readonly int _longest;

    public Vocabulary(IEnumerable<IEnumerable<string>> groups)
    {
        foreach (var group in groups)
        {
            string[] words = [.. group.Select(word => Fold.Of(Fold.Clean(word))).Where(word => word.Length > 1).Distinct(StringComparer.Ordinal)];
            if (words.Length == 0)
                continue;
            foreach (var word in words)
            {
                if (!_groupsOf.TryGetValue(word, out var own))
                    _groupsOf[word] = own = [];
                own.Add(_groups.Count);
                _longest = Math.Max(_longest, word.Length);
            }

            _groups.Add(words);
        }
    }

    /// <summary>The groups every installation begins with.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Standard { get; } = Read<SynonymFile>("search/synonyms.json").Groups;

    /// <summary>Longer ones first.</summary>
    private static IReadOnlyList<string> QuestionWords { get; } = [.. Read<QuestionFile>("search/questions.json").Words.Select(word => Fold.Of(word)).OrderByDescending(word => word.Length)];

    /// <summary>What means the same as a word, the word itself first; only itself where nothing is known.</summary>
    public IReadOnlyList<string> Same(string word) =>
        _groupsOf.TryGetValue(word, out var groups) ? [word, .. groups.SelectMany(group => _groups[group]).Where(other => other != word).Distinct(StringComparer.Ordinal)] : [word];

    /// <summary>The longest known words in a run of text, from the left; what lies between is not named.</summary>
    public IEnumerable<(int At, string Word)> In(string run)
    {
        for (var at = 0; at < run.Length;)
        {
            var found = Enumerable.Range(0, Math.Max(0, Math.Min(_longest, run.Length - at) - 1)).Select(shorter => run.Substring(at, Math.Min(_longest, run.Length - at) - shorter)).FirstOrDefault(_groupsOf.ContainsKey);
            if (found is not null)
                yield return (at, found);
            at += found?.Length ?? 1;
        }
    }

    /// <summary>A question without the words of which only questions are made, cut where they stood; known words stay whole.</summary>
    public IEnumerable<string> Concepts(string run)
    {
        var taken = new bool[run.Length];
        List<(int At, string Word)> concepts = [.. In(run)];
        foreach (var (at, word) in concepts)
            taken.AsSpan(at, word.Length).Fill(true);
        foreach (var word in QuestionWords)
        {
            for (var at = run.IndexOf(word, StringComparison.Ordinal); at >= 0; at = run.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (!taken.AsSpan(at, word.Length).Contains(true))
                    taken.AsSpan(at, word.Length).Fill(true);
            }
        }

        for (var from = 0; from < run.Length; from++)
        {
            var to = from;
            while (to < run.Length && !taken[to])
                to++;
            if (to > from)
                concepts.Add((from, run[from..to]));
            from = to;
        }

        return concepts.OrderBy(concept => concept.At).Select(concept => concept.Word);
    }

    private static T Read<T>(string name)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, s_json)!;
    }

    private sealed record SynonymFile(string About, IReadOnlyList<IReadOnlyList<string>> Groups);

    private sealed record QuestionFile(string About, IReadOnlyList<string> Words);
}
