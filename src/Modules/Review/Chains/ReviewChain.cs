using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>审查流程编号.</summary>
public readonly record struct ReviewChainId(Guid Value) : ITypedId;

/// <summary>审查流程: whose signatures a body asks for before a kind of thing becomes public. Changing it does not touch reviews under way.</summary>
public sealed class ReviewChain(ReviewChainId id) : IRecordable
{
    /// <summary>迁移: what <see cref="AppliesTo"/> says of the chain for things that are public elsewhere already.</summary>
    public const string Migration = "migration";

    private readonly NumberedCollection<ReviewStage> _stages = new(stage => stage.Number);

    public ReviewChainId Id { get; } = id;

    /// <summary>Null for a chain of data/review/chains.json, which every body begins with.</summary>
    public BodyId? Body { get; init; }

    /// <summary>The kind of thing it is for; null for every kind without a chain of its own.</summary>
    public string? AppliesTo { get; init; }
    public required string Name { get; init; }

    /// <summary>Which of the chains that the body set for this kind, from 1; 0 for a standard one.</summary>
    public uint Number { get; init; }
    public IReadOnlyList<ReviewStage> Stages => _stages;

    /// <summary>Whether it reviews a migration: somebody vouches, and old address and date are the evidence.</summary>
    public bool IsForMigration => AppliesTo == Migration;

    /// <summary>
    /// Whether the head of the section signs for 合法性、全面性、真实性 of each item, as everything but a migration needs; a chain that was set before this was asked for
    /// goes on until it is changed.
    /// </summary>
    public bool AsksSectionHead => IsForMigration || _stages.Exists(stage => stage.Role == Role.SectionHead && !Gates.OfItem.Except(stage.Gates).Any());

    /// <summary>When a newer one took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; internal set; }
    public DateTimeOffset SetAt { get; init; }

    string IRecordable.Kind => "review_chain";
    string IRecordable.Key => $"{Id.Value}";

    /// <exception cref="RefusedException">The chain would let something through unseen.</exception>
    public static ReviewChain Of(ReviewChainId id, BodyId? body, string? appliesTo, string name, IReadOnlyList<ReviewStage> stages, DateTimeOffset at, uint number = 0)
    {
        if (string.IsNullOrWhiteSpace(name) || stages.Any(stage => string.IsNullOrWhiteSpace(stage.Name)))
            throw new RefusedException("请填写审查流程和每个环节的名称。", "name");
        if (stages.Count(stage => stage.IsSecrecy) != 1 && appliesTo != Migration)
            throw new RefusedException("审查流程应当有且只有一个保密审查环节。", "stages");
        if (stages.Count < (appliesTo == Migration ? 1 : 2))
            throw new RefusedException("除保密审查外，审查流程至少还要有一个审核环节。", "stages");
        if (stages.FirstOrDefault(stage => stage.IsSecrecy && stage.Role != Role.SecrecyReviewer) is not null)
            throw new RefusedException("保密审查环节应当由保密审查员办理。", "stages");
        if (Gates.OfContent.Except(stages.SelectMany(stage => stage.Gates)).ToList() is { Count: > 0 } missing)
            throw new RefusedException($"审查流程没有覆盖{string.Join("、", missing.Select(gate => gate.Name))}，请把它们分配到环节。", "stages");
        var chain = new ReviewChain(id) { Body = body, AppliesTo = appliesTo, Name = name.Trim(), SetAt = at, Number = number };
        chain._stages.AddRange(stages.Select((stage, i) => new ReviewStage(i + 1, stage.Name, stage.Role) { IsSecrecy = stage.IsSecrecy, Gates = stage.Gates }));
        return chain.AsksSectionHead ? chain : throw new RefusedException("审查流程应当有科室负责人审核的环节，由其对每件的合法性、全面性、真实性负责：请把这三项都分配给它。", "stages");
    }
}
