using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>审查之后: told inside the same save that a review of one of its things was completed or returned.</summary>
public interface IWhenReviewed
{
    string SubjectKind { get; }

    Task Completed(ReviewProof proof, IActor by, CancellationToken cancel);

    Task Returned(Review review, string reason, IActor by, CancellationToken cancel);
}
