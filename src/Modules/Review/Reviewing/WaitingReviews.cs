using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>待我审查: the reviews in which it is an officer's turn, the longest waiting first.</summary>
public sealed class WaitingReviews(GongkaiDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Review>> Of(Officer officer, CancellationToken cancel)
    {
        var (today, roles) = (clock.Today(), officer.RolesOn(clock.Today()).ToList());
        var open = await db.Reviews.AsNoTracking().AsSplitQuery()
            .Where(review => review.Body == officer.Body && review.State == ReviewState.Open && review.WaitsFor != null && roles.Contains(review.WaitsFor.Value))
            .OrderBy(review => review.Id).ToListAsync(cancel);
        return open.FindAll(review => review.WaitsForSignatureOf(officer, today));
    }
}
