using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>设置保管期限 of a kind of document: for what is not archived yet; what is keeps what was decided with it.</summary>
public sealed class SetRetention(DocumentDesk desk)
{
    public async Task Run(BodyId body, DocumentKind kind, RetentionPeriod period, IActor by, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageRetention, body, cancel);
        var rule = await desk.Db.RetentionRules.SingleOrDefaultAsync(rule => rule.Body == body && rule.Kind == kind, cancel);
        if (rule is null)
            desk.Db.Add(rule = new RetentionRule(body, kind) { Period = period });
        rule.Period = period;
        desk.Record(Act.SetRetention, by, rule);
        await desk.Db.SaveChangesAsync(cancel);
    }
}
