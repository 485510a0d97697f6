using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>适用的审查流程: the body's own for the kind, else its own for every kind, else the standard one. A migration is no kind of new thing: only a chain made for it applies.</summary>
public sealed class ReviewChains(GongkaiDb db)
{
    public async Task<ReviewChain> For(BodyId body, string kind, CancellationToken cancel)
    {
        var own = await db.ReviewChains.AsNoTracking().Where(chain => chain.Body == body && chain.ReplacedAt == null && (chain.AppliesTo == kind || chain.AppliesTo == null)).ToListAsync(cancel);
        return own.Find(chain => chain.AppliesTo == kind) ?? (kind == ReviewChain.Migration ? null : own.Find(chain => chain.AppliesTo is null)) ?? StandardChains.For(kind);
    }

    /// <summary>版本 of what a body set for a kind itself, or for every kind: how often it did; 0 while others' chains apply.</summary>
    public Task<uint> Version(BodyId body, string? appliesTo, CancellationToken cancel) =>
        db.ReviewChains.Where(chain => chain.Body == body && chain.AppliesTo == appliesTo).Select(chain => chain.Number).OrderByDescending(number => number).FirstOrDefaultAsync(cancel);
}
