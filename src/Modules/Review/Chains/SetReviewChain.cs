using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>设置审查流程: replaces the body's chain for a kind from now on; reviews under way keep theirs.</summary>
public sealed class SetReviewChain(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    /// <param name="body">Whose.</param>
    /// <param name="appliesTo">For which kind; null for every kind without a chain of its own.</param>
    /// <param name="name">Its name.</param>
    /// <param name="stages">In the order of signing.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The version the person saw (<see cref="ReviewChain.Number"/>); 0 for a chain that was not this body's own for this kind.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<ReviewChain> Run(BodyId body, string? appliesTo, string name, IReadOnlyList<ReviewStage> stages, IActor by, uint? seen, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageReviewChains, body, cancel);
        var now = clock.GetUtcNow();
        var last = await db.ReviewChains.Where(earlier => earlier.Body == body && earlier.AppliesTo == appliesTo).OrderByDescending(earlier => earlier.Number).FirstOrDefaultAsync(cancel);
        var version = last?.Number ?? 0;
        var chain = ReviewChain.Of(new ReviewChainId(clock.NewGuid()), body, appliesTo, name, stages, now, version + 1);
        Saving.MustBeSeen(last ?? chain, version, seen);
        last?.ReplacedAt = now;
        db.Add(chain);
        ledger.Record(Act.SetReviewChain, by, chain);
        await db.SaveUnlessMade(chain, cancel);
        return chain;
    }
}
