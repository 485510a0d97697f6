using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>审查台: what every signature has in common: whose turn it is, in which role, and who is told.</summary>
public sealed class ReviewDesk(GongkaiDb db, Ledger ledger, Authority authority, IEnumerable<IWhenReviewed> listeners, TimeProvider clock)
{
    internal async Task<(Review Review, Signatory By)> Open(ReviewId id, Permission permission, Officer by, uint? seen, CancellationToken cancel)
    {
        var review = await db.Reviews.AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这项审查。");
        await authority.Demand(by, permission, review.Body, cancel);
        if (seen is { } version && version != review.Version)
            throw new ChangedMeanwhileException(review);
        var stage = review.Stage ?? throw new RefusedException($"这项审查{review.State.Name}，不再需要签署。");
        var signatory = Signatory.In(stage.Role, by, (await authority.Now(cancel)).Tree, review.Body, review.Section, clock.Today())
            ?? throw new NotAllowedException($"现在是“{stage.Name}”环节，应当由{stage.Role.Name}签署。");
        return (review, signatory);
    }

    internal async Task Close(Review review, Act act, Signatory by, CancellationToken cancel)
    {
        var signed = review.Opinions is [.., var last] ? last : null;
        ledger.Record(act, by, review, new { subject = review.SubjectKey, round = review.Round.Number, digest = review.Round.Digest.Value });
        foreach (var listener in listeners.Where(listener => listener.SubjectKind == review.SubjectKind))
        {
            if (review.State == ReviewState.Completed)
                await listener.Completed(review.Proof(), by, cancel);
            else if (review.State == ReviewState.Returned)
                await listener.Returned(review, signed?.Text ?? "见批注", by, cancel);
        }

        await db.SaveUnlessChanged(review, cancel);
    }
}
