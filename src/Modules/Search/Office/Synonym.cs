using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Search;

/// <summary>同义词组编号.</summary>
public readonly record struct SynonymId(Guid Value) : ITypedId;

/// <summary>同义词组: words that the office has found to mean the same to those who search.</summary>
public sealed class Synonym(SynonymId id) : IRecordable
{
    public SynonymId Id { get; } = id;

    /// <summary>One a line.</summary>
    public required string Lines { get; set; }
    public bool IsActive { get; set; } = true;
    public uint Version { get; private set; }

    public IReadOnlyList<string> Words => Lines.Split('\n');

    string IRecordable.Kind => "search_synonym";
    string IRecordable.Key => $"{Id.Value}";
}
