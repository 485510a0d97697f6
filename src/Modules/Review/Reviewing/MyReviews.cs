using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>等我签署的审查: open reviews whose turn is this person's, in his own right or for an absent colleague, the oldest first.</summary>
public sealed class MyReviews(GongkaiDb db)
{
    public async Task<IReadOnlyList<Review>> Of(Officer officer, DateOnly on, CancellationToken cancel)
    {
        var roles = officer.RolesOn(on).ToList();
        var waiting = await db.Reviews.AsNoTracking().AsSplitQuery()
            .Where(review => review.Body == officer.Body && review.State == ReviewState.Open && review.WaitsFor != null && roles.Contains(review.WaitsFor.Value))
            .OrderBy(review => review.Id).ToListAsync(cancel);
        return waiting.FindAll(review => Signatory.In(review.Stage!.Role, officer, review.Body, review.Section, on) is not null && review.MaySign(officer));
    }
}
