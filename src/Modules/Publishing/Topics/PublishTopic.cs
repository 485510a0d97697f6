using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>发布专题: the draft becomes what everybody reads, by somebody who did not write it.</summary>
public sealed class PublishTopic(CatalogueDesk desk)
{
    public async Task<TopicPage> Run(BodyId body, string key, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageTopics, body, cancel);
        var topic = await desk.Db.TopicPages.SingleOrDefaultAsync(one => one.Body == body && one.Key == key, cancel) ?? throw new RefusedException("没有这个专题，请先填写并保存。");
        CatalogueDesk.MustBeSeen(topic, topic.Version, seen);
        topic.Publish(desk.Today, by);
        await desk.Close(topic, Act.PublishTopic, by, cancel, new { version = topic.Published!.Number });
        return topic;
    }
}
