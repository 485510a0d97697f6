using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>设置审查流程: replaces the body's chain for a kind from now on; reviews under way keep theirs.</summary>
public sealed class SetReviewChain(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task<ReviewChain> Run(BodyId body, string? appliesTo, string name, IReadOnlyList<ReviewStage> stages, IActor by, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageReviewChains, body, cancel);
        var now = clock.GetUtcNow();
        var chain = ReviewChain.Of(new ReviewChainId(clock.NewGuid()), body, appliesTo, name, stages, now);
        foreach (var earlier in await db.ReviewChains.Where(earlier => earlier.Body == body && earlier.AppliesTo == appliesTo && earlier.ReplacedAt == null).ToListAsync(cancel))
            earlier.ReplacedAt = now;
        db.Add(chain);
        ledger.Record(Act.SetReviewChain, by, chain);
        await db.SaveChangesAsync(cancel);
        return chain;
    }
}
