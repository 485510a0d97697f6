using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Publishing;

/// <summary>推送的内容, as the receiver gets it; the number names the message, so that one received twice is known.</summary>
public sealed record WebhookPayload(Guid Id, string Event, Guid DocumentId, string Title, string Url, int Version, DateTimeOffset At);

internal sealed record WebhookMessage(Guid Webhook, WebhookPayload Payload)
{
    public const string Topic = "webhooks.deliver";

    /// <summary>Messages about one document keep their order; a receiver that fails on one does not hold up the others.</summary>
    public static string AboutOf(Guid webhook, Guid document) => $"{webhook:N}/{document:N}";
}

/// <summary>公开事件的通知: a row in the outbox for each address that asked for it, in the transaction of the change.</summary>
internal sealed class WebhookAnnouncer(GongkaiDb db, Outbox outbox, IOptions<WebhookOptions> options, TimeProvider clock) : IWhenPublished
{
    public Task Changed(Document document, CancellationToken cancel) => Changed([document], cancel);

    public async Task Changed(IReadOnlyList<Document> documents, CancellationToken cancel)
    {
        var bodies = documents.Select(document => document.Body).Distinct().ToList();
        var webhooks = await db.Webhooks.AsNoTracking().Where(webhook => bodies.Contains(webhook.Body)).ToListAsync(cancel);
        foreach (var document in webhooks.Count == 0 ? [] : documents)
        {
            if (DocumentEvents.LastOf(document) is not { } happened)
                continue;
            foreach (var webhook in webhooks.Where(webhook => webhook.Body == document.Body && webhook.Events.Contains(happened)))
            {
                var payload = new WebhookPayload(
                    clock.NewGuid(), happened.Word, document.Id.Value, PublicRecord.TombstoneOf(document)?.Title ?? (document.LastShown ?? document.Working).Title, $"{options.Value.SiteAddress?.TrimEnd('/')}/documents/{document.Id.Value}", document.ShownVersion ?? document.Working.Number, clock.GetUtcNow());
                outbox.Add(WebhookMessage.Topic, WebhookMessage.AboutOf(webhook.Id.Value, document.Id.Value), new WebhookMessage(webhook.Id.Value, payload));
            }
        }
    }
}

/// <summary>事件推送的投递, by the outbox, which tries again until the receiver answers with success.</summary>
internal sealed class WebhookDelivery(GongkaiDb db, FieldProtection protection, WebhookClient client) : IDelivers
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Topic => WebhookMessage.Topic;

    public async Task Deliver(Delivery message, CancellationToken cancel)
    {
        var asked = message.Read<WebhookMessage>();
        var id = new WebhookId(asked.Webhook);
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(webhook => webhook.Id == id, cancel) is not { } webhook)
            return;
        var secret = await protection.Reveal(webhook.Secret, cancel);
        await client.Send(new Uri(webhook.Url), asked.Payload.Event, JsonSerializer.SerializeToUtf8Bytes(asked.Payload, s_json), secret, cancel);
    }
}
