namespace Gongkai.Publishing;

/// <summary>迁入的归类: the statutory item a document of an old site belongs to, by the column it stood in, and a summary of its own words.</summary>
internal static class MovedPlace
{
    private const int LongestSummary = 100;
    private const int ShortestName = 4;

    private static readonly char[] s_between = ['>', '＞', '/', '\\', '|', '»', '→', '›', '-', '—'];
    private static readonly char[] s_ends = ['。', '！', '？', '；'];

    /// <summary>Every name an item goes by: its column, the parts of that, its own words in article 20; the long ones first, for they say more.</summary>
    private static readonly IReadOnlyList<(string Name, string Item)> s_names = [.. Names().DistinctBy(one => one.Name).OrderByDescending(one => one.Name.Length)];

    /// <summary>Null where the column names none.</summary>
    public static string? ItemOf(string? column, DocumentKind kind)
    {
        if (kind.IsNormative)
            return "a20_01";
        if (string.IsNullOrWhiteSpace(column))
            return null;

        // The name may itself hold a stroke; else the innermost column of a path says most.
        string[] segments = [column.Trim(), .. column.Split(s_between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).AsEnumerable().Reverse()];
        return Find(segments, (segment, name) => segment == name) ?? Find(segments, (segment, name) => name.Length >= ShortestName && segment.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>The first sentence that says something; null where there is none.</summary>
    public static string? SummaryOf(string text, string title)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Whom it is sent to, and its title once more, say nothing of what is in it.
            if (line.EndsWith('：') || line.EndsWith(':') || line == title || line.Length < ShortestName * 2)
                continue;
            var end = line.IndexOfAny(s_ends);
            var sentence = end < 0 ? line : line[..(end + 1)];
            return sentence.Length <= LongestSummary ? sentence : $"{sentence[..(LongestSummary - 1)]}…";
        }

        return null;
    }

    private static string? Find(IEnumerable<string> segments, Func<string, string, bool> isNamed) =>
        segments.Select(segment => s_names.FirstOrDefault(one => isNamed(segment, one.Name)).Item).FirstOrDefault(item => item is not null);

    private static IEnumerable<(string Name, string Item)> Names()
    {
        foreach (var column in StandardColumns.All.Where(column => column.Parent is not null && column.Content == ColumnContent.Documents && column.Rule.Items.Count > 0))
        {
            foreach (var name in column.Name.Split('/').Append(column.Name))
                yield return (name, column.Rule.Items[0]);
        }

        foreach (var item in Classes.Article20.Where(item => item.Number.Length > 0))
        {
            yield return (item.Name, item.Key);
            foreach (var part in item.Name.Split('、').Where(part => part.Length >= ShortestName))
                yield return (part, item.Key);
        }
    }
}
