using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>待我审查: the reviews of an officer's body, and of those it took over from, in which it is his turn, the longest waiting first.</summary>
public sealed class WaitingReviews(GongkaiDb db, Authority authority, TimeProvider clock)
{
    public async Task<IReadOnlyList<Review>> Of(Officer officer, CancellationToken cancel)
    {
        var (today, roles) = (clock.Today(), officer.RolesOn(clock.Today()).ToList());
        var tree = (await authority.Now(cancel)).Tree;
        var own = tree.OwnedBy(officer.Body);
        var open = await db.Reviews.AsNoTracking().AsSplitQuery()
            .Where(review => own.Contains(review.Body) && review.State == ReviewState.Open && review.WaitsFor != null && roles.Contains(review.WaitsFor.Value))
            .OrderBy(review => review.Id).ToListAsync(cancel);
        return open.FindAll(review => review.WaitsForSignatureOf(officer, tree, today));
    }
}
