using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>词条编号.</summary>
public readonly record struct CheckedWordId(Guid Value) : ITypedId;

/// <summary>校对词条: a wrong word and what is right; those of the data file, those of the site, and those a body keeps for itself.</summary>
public sealed class CheckedWord(CheckedWordId id) : IRecordable
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public CheckedWordId Id { get; } = id;

    /// <summary>Whose it is; null for the whole site. A body's own word goes before the site's, and one not in use is its exception.</summary>
    public BodyId? Body { get; init; }
    public required string Wrong { get; init; }
    public required string Right { get; set; }
    public required CheckedWordKind Kind { get; set; }

    /// <summary>True where the word is right in other places.</summary>
    public bool OnlyHint { get; set; }

    /// <summary>False for a word that is not to be pointed out any more, one of the data file too.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>From 1; a word that nobody set, as those of the data file, is 0.</summary>
    public uint Version { get; private init; } = 1;

    string IRecordable.Kind => "checked_word";
    string IRecordable.Key => Wrong;

    /// <summary>The words that hold where the later lists have the last word, those out of use left out.</summary>
    public static IReadOnlyList<CheckedWord> InForce(params IEnumerable<CheckedWord>[] lists)
    {
        var words = new SortedDictionary<string, CheckedWord>(StringComparer.Ordinal);
        foreach (var word in lists.SelectMany(list => list))
            words[word.Wrong] = word;
        return [.. words.Values.Where(word => word.IsActive)];
    }

    /// <summary>The words of data/review/words.json.</summary>
    public static IReadOnlyList<CheckedWord> Standard { get; } = Read();

    private static List<CheckedWord> Read()
    {
        using var stream = typeof(CheckedWord).Assembly.GetManifestResourceStream("review/words.json")!;
        var file = JsonSerializer.Deserialize<WordFile>(stream, s_json)!;
        return [.. file.Words.Select(row => new CheckedWord(default) { Wrong = row.Wrong, Right = row.Right, Kind = Words.Parse<CheckedWordKind>(row.Kind), OnlyHint = row.OnlyHint, Version = 0 })];
    }

    private sealed record WordFile(string About, IReadOnlyList<WordRow> Words);

    private sealed record WordRow(string Wrong, string Right, string Kind, bool OnlyHint);
}

/// <summary>词条种类.</summary>
public enum CheckedWordKind
{
    Misspelling,
    OfficialName,
}
