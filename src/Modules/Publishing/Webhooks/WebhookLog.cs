using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>推送记录: the last messages to an address and what became of them, as long as the outbox keeps them.</summary>
public sealed class WebhookLog(GongkaiDb db)
{
    public async Task<IReadOnlyList<WebhookAttempt>> Of(WebhookId webhook, int atMost, CancellationToken cancel)
    {
        var about = $"{webhook.Value:N}/";
        var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Topic == WebhookMessage.Topic && message.About.StartsWith(about))
            .OrderByDescending(message => message.Number).Take(atMost).ToListAsync(cancel);
        return [.. messages.Select(Read)];
    }

    private static WebhookAttempt Read(OutboxMessage message)
    {
        var payload = new Delivery(message.Number, message.About, message.Attempts, message.Body).Read<WebhookMessage>().Payload;
        return new WebhookAttempt(message.Number, payload.Id, payload.Event, payload.DocumentId, payload.Title, payload.At, message.State, message.Attempts, message.DueAt, Said(message.Error));
    }

    /// <summary>The first line without the name of its type.</summary>
    private static string? Said(string? error) => error?.Split('\n')[0] is { } line ? line[(line.IndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..].Trim() : null;
}

/// <summary>One message to a receiver.</summary>
public sealed record WebhookAttempt(long Number, Guid Id, string Event, Guid Document, string Title, DateTimeOffset At, OutboxState State, int Attempts, DateTimeOffset DueAt, string? Error);
