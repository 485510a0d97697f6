namespace Gongkai.Search.Folding;

/// <summary>繁简对照 (data/search/traditional.txt).</summary>
internal static class Traditional
{
    private static readonly (Dictionary<char, char> Everywhere, Dictionary<char, char> InQueries) s_pairs = Read();

    /// <summary>Characters of traditional script only: folded in text and query alike.</summary>
    public static IReadOnlyDictionary<char, char> Everywhere => s_pairs.Everywhere;

    /// <summary>A query as it was meant by somebody who writes traditional characters, those included that simplified script has too (乾 for 干); the query itself where it has none.</summary>
    public static string Simplified(string folded) => string.Create(folded.Length, folded, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = s_pairs.InQueries.GetValueOrDefault(from[i], from[i]);
    });

    private static (Dictionary<char, char> Everywhere, Dictionary<char, char> InQueries) Read()
    {
        using var file = new StreamReader(typeof(Traditional).Assembly.GetManifestResourceStream("search/traditional.txt")!);
        Dictionary<char, char> everywhere = [], inQueries = [];
        var part = everywhere;
        while (file.ReadLine() is { } line)
        {
            if (line == "--")
                part = inQueries;
            foreach (var pair in line.StartsWith('#') || line == "--" ? [] : line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                part[pair[0]] = pair[1];
        }

        return (everywhere, inQueries);
    }
}
