using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>公开的一件: what a page shows of a document that everybody may read, or of which a tombstone is left.</summary>
public sealed record PublicDocument : IPublicFacts
{
    public required DocumentId Id { get; init; }
    public required BodyId Body { get; init; }
    public required DocumentKind Kind { get; init; }
    public required DocumentState State { get; init; }
    public required DisclosureAttribute Attribute { get; init; }
    public string? IndexNumber { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public DateOnly? UpdatedOn { get; init; }
    public required IReadOnlyList<StepTaken> History { get; init; }
    public required DocumentVersion LastShown { get; init; }

    /// <summary>Its interpretations that everybody may read.</summary>
    public IReadOnlyList<LinkedDocument> Explanations { get; init; } = [];

    /// <summary>Of an interpretation, the policy it explains, where everybody may read it.</summary>
    public LinkedDocument? Policy { get; init; }

    /// <summary>Of a decision, what was made public of its execution and result.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Of those, the decision, where everybody may read it.</summary>
    public FollowUp? Decision { get; init; }

    public Tombstone? Tombstone => PublicRecord.TombstoneOf(this);
}
