using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>撤下专题: nobody reads it any more, and the reason stands in its place; its documents stay where they are.</summary>
public sealed class WithdrawTopic(CatalogueDesk desk)
{
    public async Task<TopicPage> Run(BodyId body, string key, string? reason, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageTopics, body, cancel);
        var topic = await desk.Db.TopicPages.SingleOrDefaultAsync(one => one.Body == body && one.Key == key, cancel) ?? throw new RefusedException("没有这个专题。");
        CatalogueDesk.MustBeSeen(topic, topic.Version, seen);
        topic.Withdraw(desk.Today, CatalogueText.Demand(reason, 200, "撤下的理由", "reason"));
        await desk.Close(topic, Act.WithdrawTopic, by, cancel, new { reason = topic.WithdrawnBecause });
        return topic;
    }
}
