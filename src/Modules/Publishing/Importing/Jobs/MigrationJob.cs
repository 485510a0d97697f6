using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>迁入任务编号.</summary>
public readonly record struct MigrationJobId(Guid Value) : ITypedId;

/// <summary>迁入任务: the table of an old site and the files it names, handed in by one officer so that another looks, vouches and moves them in.</summary>
public sealed class MigrationJob(MigrationJobId id) : IRecordable
{
    public const string RecordKind = "migration_job";

    public MigrationJobId Id { get; } = id;
    public required BodyId Body { get; init; }

    /// <summary>What the file is called; the evidence of each document names it.</summary>
    public required string Source { get; init; }

    /// <summary>JSON, one document a line, plain or packed by gzip.</summary>
    public required FileHash Lines { get; init; }

    /// <summary>A zip file with the attachments; null where none are named.</summary>
    public FileHash? Files { get; init; }
    public required OfficerId UploadedBy { get; init; }
    public required string UploadedByName { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Id.Value}";
}
