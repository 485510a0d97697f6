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
        if (await desk.Db.IndexRules.AnyAsync(other => other.Body != body && other.Code == code.Trim(), cancel))
            throw new RefusedException("其他机关已经使用这个机构代码，索引号会重复。", "code");
        rule.Change(pattern, code);
        desk.Record(Act.SetIndexRule, by, rule);
        await desk.Db.SaveChangesAsync(cancel);
    }
}
