using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>设置索引号规则: for numbers from now on; those given stay.</summary>
public sealed class SetIndexRule(DocumentDesk desk)
{
    private const int Attempts = 8;

    /// <param name="body">Whose.</param>
    /// <param name="pattern">How numbers are written.</param>
    /// <param name="code">机构代码.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The <see cref="IndexRule.Edition"/> the person saw; 0 while nobody had set the rule.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<IndexRule> Run(BodyId body, string pattern, string code, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageIndexRules, body, cancel);
        for (var attempt = 1; ; attempt++)
        {
            var rule = await desk.Db.IndexRules.SingleOrDefaultAsync(rule => rule.Body == body, cancel);
            if (rule is null)
                desk.Db.Add(rule = new IndexRule(body) { Code = code });
            Saving.MustBeSeen(rule, rule.Edition, seen);
            rule.Change(pattern, code);
            await desk.Db.MustDiffer(rule, cancel);
            desk.Record(Act.SetIndexRule, by, rule);
            try
            {
                await desk.Db.SaveUnlessMade(rule, cancel);
                return rule;
            }
            catch (ChangedMeanwhileException) when (attempt < Attempts)
            {
                // A number was given in the same moment, or somebody else set the rule: another look tells which.
                desk.Db.ChangeTracker.Clear();
            }
        }
    }
}
