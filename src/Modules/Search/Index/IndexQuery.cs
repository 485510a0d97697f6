using System.Text;
using Gongkai.Publishing;

namespace Gongkai.Search.Index;

/// <summary>索引查询: what is looked for, in folded words, within what, and which part of the answer is wanted.</summary>
internal sealed record IndexQuery
{
    /// <summary>All of them must be there; none lists everything that passes the filter.</summary>
    public IReadOnlyList<WantedWord> Words { get; init; } = [];

    /// <summary>Instead of all: enough of them by weight; for questions.</summary>
    public double? ShareOfWeight { get; init; }

    public SearchedIn In { get; init; }
    public IndexFilter Filter { get; init; } = IndexFilter.Everything;

    /// <summary>Rows that must not be seen although the index still has them.</summary>
    public IReadOnlySet<Guid>? Hidden { get; init; }
    public required DateOnly Today { get; init; }
    public bool ByDate { get; init; }

    /// <summary>Where it is by date, by that of the last change.</summary>
    public bool ByChange { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 10;
    public bool WithFacets { get; init; }

    /// <summary>Days from which on what was published is counted.</summary>
    public IReadOnlyList<DateOnly> Since { get; init; } = [];
}

/// <summary>检索范围.</summary>
internal enum SearchedIn
{
    Everything,

    /// <summary>Title, text and attachments, not the particulars.</summary>
    Text,
    Title,
}

/// <summary>检索词: a word, or others that mean the same, of which one is enough.</summary>
internal sealed record WantedWord(IReadOnlyList<string> Forms)
{
    public WantedWord(string form)
        : this([form])
    {
    }

    public bool HasSingle => Forms.Any(IsSingle);

    public static bool IsSingle(string form) => form.Length == 1 || (form.Length == 2 && char.IsSurrogatePair(form, 0));

    /// <summary>As FTS5 reads it; inside quotation marks everything is plain text.</summary>
    public static string Expression(IEnumerable<WantedWord> words, SearchedIn where)
    {
        var all = new StringBuilder(where switch
        {
            SearchedIn.Text => "{title body files} : (",
            SearchedIn.Title => "{title} : (",
            _ => "(",
        });
        foreach (var (i, word) in words.Index())
            all.Append(i == 0 ? "(" : " AND (").AppendJoin(" OR ", word.Forms.Select(form => $"\"{form.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append(')');
        return all.Append(')').ToString();
    }
}

/// <summary>命中: a row with its rank, and where in text or attachments the first found place is.</summary>
internal record struct Hit(int Row, float Score, int Published, Guid Key)
{
    /// <summary>In characters; -1 where only title or particulars have it.</summary>
    public int InText { get; set; } = -1;
    public int InFiles { get; set; } = -1;

    /// <summary>Better first; what is equal by rank and day is in the order of keys, so that the same question always gets the same answer.</summary>
    public static int Compare(Hit one, Hit other) =>
        one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Published != other.Published ? other.Published.CompareTo(one.Published) : one.Key.CompareTo(other.Key);
}

/// <summary>查询结果: exact total, the wanted part, counts.</summary>
internal sealed record IndexAnswer(int Total, IReadOnlyList<FoundText> Items, FacetCounts? Facets);

/// <summary>What was found, with the texts a snippet is cut from.</summary>
internal sealed record FoundText(Hit Hit, int Shown, string Text, string? Files, IReadOnlyList<PartPlace> Places)
{
    public Validity? Validity { get; init; }
}
