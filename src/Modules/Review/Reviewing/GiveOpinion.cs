using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>审查同意: one stage signs, with each of its gates answered.</summary>
public sealed class GiveOpinion(ReviewDesk desk, TimeProvider clock)
{
    public async Task Run(ReviewId id, IReadOnlyList<Gate> gates, string? text, IReadOnlyList<Remark> comments, string? findingsAccepted, Officer by, uint? seen, CancellationToken cancel)
    {
        var (review, signatory) = await desk.Open(id, Permission.ReviewDocuments, by, seen, cancel);
        review.Sign(signatory, Verdict.Approve, gates, text, comments, findingsAccepted, clock.GetUtcNow());
        await desk.Close(review, Act.GiveOpinion, signatory, cancel);
    }
}

/// <summary>退回: one stage sends it back to the author, with the places.</summary>
public sealed class ReturnToAuthor(ReviewDesk desk, TimeProvider clock)
{
    public async Task Run(ReviewId id, string? reason, IReadOnlyList<Remark> comments, Officer by, uint? seen, CancellationToken cancel)
    {
        var (review, signatory) = await desk.Open(id, Permission.ReviewDocuments, by, seen, cancel);
        review.Sign(signatory, Verdict.Return, [], reason, comments, findingsAccepted: null, clock.GetUtcNow());
        await desk.Close(review, Act.ReturnToAuthor, signatory, cancel);
    }
}

/// <summary>保密审查: one item, one review (一事一审).</summary>
public sealed class RecordSecrecyReview(ReviewDesk desk, TimeProvider clock)
{
    public async Task Run(ReviewId id, SecrecyConclusion conclusion, string basis, string? referredTo, IReadOnlyList<Remark> comments, string? findingsAccepted, Officer by, uint? seen, CancellationToken cancel)
    {
        var (review, signatory) = await desk.Open(id, Permission.ReviewSecrecy, by, seen, cancel);
        review.SignSecrecy(signatory, conclusion, basis, referredTo, comments, findingsAccepted, clock.GetUtcNow());
        await desk.Close(review, Act.RecordSecrecyReview, signatory, cancel);
    }
}
