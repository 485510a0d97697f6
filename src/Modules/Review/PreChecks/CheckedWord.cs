using System.Text.Json;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>词条编号.</summary>
public readonly record struct CheckedWordId(Guid Value) : ITypedId;

/// <summary>校对词条: a wrong word and what is right; those of the data file, and those people add.</summary>
public sealed class CheckedWord(CheckedWordId id) : IRecordable
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public CheckedWordId Id { get; } = id;
    public required string Wrong { get; init; }
    public required string Right { get; set; }
    public required CheckedWordKind Kind { get; set; }

    /// <summary>True where the word is right in other places.</summary>
    public bool OnlyHint { get; set; }

    /// <summary>False for a word that is not to be pointed out any more, one of the data file too.</summary>
    public bool IsActive { get; set; } = true;

    string IRecordable.Kind => "checked_word";
    string IRecordable.Key => Wrong;

    /// <summary>The words of data/review/words.json.</summary>
    public static IReadOnlyList<CheckedWord> Standard { get; } = Read();

    private static List<CheckedWord> Read()
    {
        using var stream = typeof(CheckedWord).Assembly.GetManifestResourceStream("review/words.json")!;
        var file = JsonSerializer.Deserialize<WordFile>(stream, s_json)!;
        return [.. file.Words.Select(row => new CheckedWord(default) { Wrong = row.Wrong, Right = row.Right, Kind = Words.Parse<CheckedWordKind>(row.Kind), OnlyHint = row.OnlyHint })];
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
