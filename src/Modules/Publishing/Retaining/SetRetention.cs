using Gongkai.Bodies;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>设置保管期限 of a kind of document: for what is not archived yet; what is keeps what was decided with it.</summary>
public sealed class SetRetention(DocumentDesk desk)
{
    public async Task<RetentionRule> Run(BodyId body, DocumentKind kind, RetentionPeriod period, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageRetention, body, cancel);
        var rule = await desk.Db.RetentionRules.SingleOrDefaultAsync(rule => rule.Body == body && rule.Kind == kind, cancel);
        var version = rule?.Version ?? 0;
        if (rule is null)
            desk.Db.Add(rule = new RetentionRule(body, kind) { Period = period });
        Saving.MustBeSeen(rule, version, seen);
        rule.Period = period;
        desk.Record(Act.SetRetention, by, rule);
        await desk.Db.SaveUnlessMade(rule, cancel);
        return rule;
    }
}
