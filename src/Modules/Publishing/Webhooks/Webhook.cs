using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>事件推送编号.</summary>
public readonly record struct WebhookId(Guid Value) : ITypedId;

/// <summary>事件推送: an address that a body tells what has happened to its documents, and the secret by which the receiver knows that it is told by us.</summary>
public sealed class Webhook(WebhookId id) : IRecordable
{
    public WebhookId Id { get; } = id;
    public required BodyId Body { get; init; }
    public required string Url { get; init; }
    public required Sealed Secret { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<DocumentEvent> Events { get => [.. EventWords.Split(' ').Select(DocumentEvents.Parse)]; init => EventWords = string.Join(' ', value.Distinct().Order().Select(one => one.Word)); }

    internal string EventWords { get; private set; } = "";

    /// <summary>Under whose key the secret lies: destroyed with the webhook.</summary>
    internal SubjectId Subject => new(Id.Value);

    string IRecordable.Kind => "webhook";
    string IRecordable.Key => $"{Id.Value}";
}
