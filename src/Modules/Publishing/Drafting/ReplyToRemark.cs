using Gongkai.Bodies;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>答复批注: the author says of each remark what was done about it.</summary>
public sealed class ReplyToRemark(DocumentDesk desk)
{
    public async Task Run(ReviewId id, int comment, string? text, Officer by, CancellationToken cancel)
    {
        var review = await desk.Db.Reviews.AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这项审查。");
        await desk.Demand(by, Permission.DraftDocuments, review.Body, cancel);
        review.Reply(comment, text, by, desk.Now);
        desk.Record(Act.ReplyToRemark, by, review, new { comment });
        await desk.Db.SaveUnlessChanged(review, cancel);
    }
}
