using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>专题编号.</summary>
public readonly record struct TopicPageId(Guid Value) : ITypedId;

/// <summary>专题: public documents about one matter put together by a body (惠企政策), in versions of which the last published one is read by everybody.</summary>
public sealed class TopicPage(TopicPageId id) : IRecordable
{
    public const string RecordKind = "topic_page";

    private readonly List<TopicVersion> _versions = [];

    public TopicPageId Id { get; } = id;
    public required BodyId Body { get; init; }

    /// <summary>Its part of the address: `/kjj/topics/huiqi`.</summary>
    public required string Key { get; init; }
    public IReadOnlyList<TopicVersion> Versions => _versions;
    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawnBecause { get; private set; }
    public uint Version { get; private set; }

    /// <summary>What everybody reads; null before the first publication and after a withdrawal.</summary>
    public TopicVersion? Published => WithdrawnOn is null ? LastPublished : null;

    /// <summary>What everybody read last, also after a withdrawal; null before the first publication.</summary>
    public TopicVersion? LastPublished => _versions.FindLast(version => version.PublishedOn is not null);

    /// <summary>What people write at; null while nothing differs from what was published.</summary>
    public TopicVersion? Draft => _versions is [.., { PublishedOn: null } last] ? last : null;

    public TopicVersion Last => _versions[^1];

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Id.Value}";

    internal void Edit(TopicContent content, IActor by, DateTimeOffset at)
    {
        if (Draft is null)
            _versions.Add(new TopicVersion(_versions.Count + 1));
        Draft!.TakeFrom(content);
        Draft.Sign(by, at);
    }

    internal bool IsChangedBy(TopicContent content) => _versions.Count == 0 || !_versions[^1].Says(content);

    /// <exception cref="RefusedException">Nothing has changed.</exception>
    /// <exception cref="NotLawfulException">Who wrote it publishes it.</exception>
    internal void Publish(DateOnly on, IActor by)
    {
        var draft = Draft ?? throw new RefusedException("没有需要发布的修改。");
        if (by is Officer publisher && draft.Editors.Contains(publisher.Id))
            throw new NotLawfulException("您修改过这份草稿，应当由另一人核对后发布", new Article(17));
        draft.StartsOn ??= on;
        if (draft.EndsOn < on)
            throw new RefusedException("结束日期已经过去，请先更改。", "ends_on");
        (draft.PublishedOn, draft.PublishedByName, WithdrawnOn, WithdrawnBecause) = (on, by.ActorName, null, null);
    }

    /// <summary>撤下, with the reason that stands in its place.</summary>
    internal void Withdraw(DateOnly on, string reason)
    {
        if (Published is null)
            throw new RefusedException("这个专题没有在公开。", "reason");
        (WithdrawnOn, WithdrawnBecause) = (on, reason);
    }
}
