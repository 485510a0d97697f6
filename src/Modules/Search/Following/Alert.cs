using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Search;

/// <summary>订阅编号.</summary>
public readonly record struct AlertId(Guid Value) : ITypedId;

/// <summary>邮件订阅: a search or a column whose new documents somebody wants to be told of once a day. The address lies under a key of its own, and goes with it.</summary>
public sealed class Alert(AlertId id) : IRecordable
{
    public const string RecordKind = "alert";

    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public AlertId Id { get; } = id;
    public required Sealed Email { get; init; }

    /// <summary>By which the same address is known without being readable.</summary>
    public required string EmailMark { get; init; }

    /// <summary>What the links of its letters carry.</summary>
    public required Sealed Code { get; init; }
    public required string CodeHash { get; init; }

    /// <summary>What people call it: 关于“创新券”的公开信息.</summary>
    public required string Name { get; init; }

    /// <summary>The search as it stands in an address: `/search?q=…`.</summary>
    public required string Address { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; internal set; }

    internal string Asked { get; private set; } = "";

    public required SearchRequest Question
    {
        get => JsonSerializer.Deserialize<SearchRequest>(Asked, s_json)!;
        init => Asked = JsonSerializer.Serialize(value, s_json);
    }

    /// <summary>Under whose key the address lies.</summary>
    internal SubjectId Subject => new(Id.Value);

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Id.Value}";
}

/// <summary>订阅的进度: from which day on it has not been told of yet. Apart, because what was sent is nobody's decision.</summary>
public sealed class AlertRound(AlertId alert)
{
    public AlertId Alert { get; } = alert;
    public DateOnly From { get; set; }
}
