using Gongkai.Data;

namespace Gongkai.Reviews;

/// <summary>
/// 审查通过凭证: that a chain of review was completed for exactly one content of one thing. Only a completed <see cref="Review"/> gives it,
/// and what publishes asks for it; so nothing becomes public that nobody reviewed, nor anything else than was reviewed.
/// </summary>
public sealed class ReviewProof
{
    internal ReviewProof(Review review, ReviewRound round, DateTimeOffset completedAt) =>
        (Review, SubjectKind, SubjectKey, SubjectVersion, Digest, ForPublication, CompletedAt) = (review.Id, review.SubjectKind, review.SubjectKey, round.SubjectVersion, round.Digest, review.ForPublication, completedAt);

    public ReviewId Review { get; }
    public string SubjectKind { get; }
    public string SubjectKey { get; }
    public int SubjectVersion { get; }
    public ContentDigest Digest { get; }

    /// <summary>Whether the chain said that it may be public, or that it may be withheld.</summary>
    public bool ForPublication { get; }
    public DateTimeOffset CompletedAt { get; }
}

/// <summary>审查编号.</summary>
public readonly record struct ReviewId(Guid Value) : ITypedId;
