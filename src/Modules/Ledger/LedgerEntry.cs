using System.Text.Json;
using Gongkai.Data;
using Gongkai.Ledgers.Chain;

namespace Gongkai.Ledgers;

/// <summary>台账条目: who did what, when, for whom, on what; a link of the chain. Never changed, never deleted.</summary>
public sealed class LedgerEntry : IRecorded
{
    /// <summary>Counts from 1 without a gap. Until the entry is sealed it is a negative placeholder.</summary>
    public required long Number { get; set; }

    /// <summary>UTC, never earlier than the entry before.</summary>
    public DateTimeOffset At { get; set; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string BodyId { get; init; }
    public required string BodyName { get; init; }
    public required string Act { get; init; }
    public required string Kind { get; init; }
    public required string Key { get; init; }

    /// <summary>Commitment to what changed (<see cref="LedgerDetails"/>); empty where there is nothing to tell.</summary>
    public byte[] DetailsDigest { get; set; } = [];

    /// <summary>Hash of the entry before; zeros for the first.</summary>
    public byte[] Previous { get; set; } = [];
    public byte[] Hash { get; set; } = [];

    /// <summary>The thing itself until the entry is sealed, so that its changes find their entry.</summary>
    internal IRecordable? About { get; set; }
    internal JsonElement? Note { get; set; }

    /// <summary>What this link was made with, so that a chain can change over.</summary>
    public HashKind Algorithm { get; set; }
}

/// <summary>台账明细: before and after, beside the chain. What is personal in it stays encrypted; the row may be erased without breaking the chain.</summary>
public sealed class LedgerDetails
{
    public required long Number { get; init; }

    /// <summary>Makes the commitment in the chain say nothing about a body that is gone.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>JSON: `note` as the operation gave it, `changes` row by row.</summary>
    public required string Body { get; init; }
}
