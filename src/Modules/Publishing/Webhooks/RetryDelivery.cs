using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>重新推送: a message that was given up is tried again from now on, because somebody says that the receiver is there again.</summary>
public sealed class RetryDelivery(DocumentDesk desk, Outbox outbox)
{
    public async Task Run(WebhookId id, long number, IActor by, CancellationToken cancel)
    {
        var webhook = await desk.Db.Webhooks.AsNoTracking().SingleOrDefaultAsync(webhook => webhook.Id == id, cancel) ?? throw new RefusedException("没有这个推送地址，可能已被他人删除。");
        await desk.Demand(by, Permission.ManageWebhooks, webhook.Body, cancel);
        if (!await outbox.ReviveWithSave(number, WebhookMessage.Topic, $"{id.Value:N}/", cancel))
            throw new RefusedException("没有这条已放弃的推送，可能已经重新推送。", "number");
        desk.Record(Act.RetryDelivery, by, webhook, new { number });
        await desk.Db.SaveChangesAsync(cancel);
    }
}
