using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Participation;

/// <summary>网站纠错编号.</summary>
public readonly record struct SiteFaultId(Guid Value) : ITypedId;

/// <summary>网站纠错 (我为政府网站找错): something wrong that a visitor has seen on a page. Nobody is asked who he is; the receipt leads to the answer.</summary>
public sealed class SiteFault(SiteFaultId id) : IRecordable
{
    public const string RecordKind = "site_fault";

    public SiteFaultId Id { get; } = id;

    /// <summary>Whose page it is; of a page of the platform, the government on top.</summary>
    public required BodyId Body { get; init; }

    /// <summary>回执编号: ten letters and digits that nobody mistakes for one another.</summary>
    public required string Receipt { get; init; }
    public required FaultKind Kind { get; init; }

    /// <summary>网页地址 on this site.</summary>
    public required string Page { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? AnsweredByName { get; private set; }
    public uint Version { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Id.Value}";

    internal void Reply(string answer, IActor by, DateTimeOffset at)
    {
        if (!IsOpen)
            throw new RefusedException($"这条纠错已由{AnsweredByName}答复，不需要再次答复。", "answer");
        (Answer, AnsweredAt, AnsweredByName) = (answer, at, by.ActorName);
    }
}

/// <summary>纠错类型.</summary>
public enum FaultKind
{
    Wording,
    Content,
    Link,
    Outdated,
    Other,
}

public static class FaultKindNames
{
    extension(FaultKind kind)
    {
        public string Name => kind switch
        {
            FaultKind.Wording => "错别字",
            FaultKind.Content => "内容有误",
            FaultKind.Link => "链接打不开",
            FaultKind.Outdated => "更新不及时",
            FaultKind.Other => "其他",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
