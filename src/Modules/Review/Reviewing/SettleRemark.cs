using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>批注已处理, said by the stage that remarked, the secrecy reviewer among them.</summary>
public sealed class SettleRemark(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(ReviewId id, int comment, Officer by, CancellationToken cancel)
    {
        var review = await db.Reviews.AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这项审查。");
        await authority.Demand(by, Permission.SettleRemarks, review.Body, cancel);
        review.Settle(comment, by, clock.GetUtcNow());
        ledger.Record(Act.SettleRemark, by, review, new { comment });
        await db.SaveUnlessChanged(review, cancel);
    }
}
