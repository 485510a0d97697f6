using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>设置索引号规则: for numbers from now on; those given stay.</summary>
public sealed class SetIndexRule(DocumentDesk desk)
{
    public async Task Run(BodyId body, string pattern, string code, IActor by, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageIndexRules, body, cancel);
        var rule = await desk.Db.IndexRules.SingleOrDefaultAsync(rule => rule.Body == body, cancel);
        if (rule is null)
            desk.Db.Add(rule = new IndexRule(body) { Code = code });
        rule.Change(pattern, code);
        await desk.Db.MustDiffer(rule, cancel);
        desk.Record(Act.SetIndexRule, by, rule);
        await desk.Db.SaveChangesAsync(cancel);
    }
}
