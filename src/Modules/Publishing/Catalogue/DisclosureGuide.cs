using Gongkai.Bodies;
using Gongkai.Law;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>政府信息公开指南 (article 12) of a body: versions, of which the last published one is read by everybody and every earlier one stays readable.</summary>
public sealed class DisclosureGuide(BodyId body) : IRecordable
{
    public const string RecordKind = "guide";

    private readonly List<GuideVersion> _versions = [];

    public BodyId Body { get; } = body;
    public IReadOnlyList<GuideVersion> Versions => _versions;
    public uint Version { get; private set; }

    /// <summary>What everybody reads; null before the first publication.</summary>
    public GuideVersion? Published => _versions.FindLast(version => version.PublishedOn is not null);

    /// <summary>What people write at; null while nothing differs from what is published.</summary>
    public GuideVersion? Draft => _versions is [.., { PublishedOn: null } last] ? last : null;

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Body.Value}";

    public void Edit(GuideContent content, IActor by, DateTimeOffset at)
    {
        if (content.ReviewBy < content.EffectiveOn)
            throw new RefusedException("下次核对日期不能早于施行日期。", "review_by");
        if (Draft is null)
            _versions.Add(new GuideVersion(_versions.Count + 1));
        Draft!.TakeFrom(content);
        Draft.Sign(by, at);
    }

    /// <summary>Whether it says something else than what people write at, or read.</summary>
    public bool IsChangedBy(GuideContent content) => (Draft ?? Published ?? new GuideContent()) is var now && GuideFields.All.Any(field => field.Of(now) != field.Of(content));

    /// <summary>发布: only what is complete.</summary>
    /// <exception cref="RefusedException">Nothing has changed, or something is missing.</exception>
    public void Publish(DateOnly on, IActor by)
    {
        var draft = Draft ?? throw new RefusedException("没有需要发布的修改。");
        if (GuideFields.MissingIn(draft).ToList() is { Count: > 0 } missing)
            throw new RefusedException($"公开指南还缺少{string.Join("、", missing.Select(field => field.Label))}（{new Article(12, 2)}），补充后才能发布。", missing[0].Key);
        if (by is Officer publisher && draft.Editors.Contains(publisher.Id))
            throw new NotLawfulException("您修改过这份草稿，应当由另一人核对后发布", new Article(17));
        draft.EffectiveOn ??= on;
        draft.ReviewBy ??= Thresholds.Of("review").LastDay(on);
        if (draft.ReviewBy <= on)
            throw new RefusedException("下次核对日期应当晚于今日。", "review_by");
        (draft.PublishedOn, draft.PublishedByName) = (on, by.ActorName);
    }
}

/// <summary>指南版本.</summary>
public sealed class GuideVersion(int number) : GuideContent
{
    public int Number { get; } = number;
    public string EditedByName { get; internal set; } = "";
    public DateTimeOffset EditedAt { get; internal set; }

    /// <summary>Who wrote at it, and so does not publish it.</summary>
    public IReadOnlyList<OfficerId> Editors => [.. EditorIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new OfficerId(Guid.Parse(id)))];

    internal string EditorIds { get; private set; } = "";

    internal void Sign(IActor by, DateTimeOffset at)
    {
        (EditedByName, EditedAt) = (by.ActorName, at);
        if (by is Officer officer && !Editors.Contains(officer.Id))
            EditorIds = $"{EditorIds} {officer.Id.Value}".TrimStart();
    }
    public DateOnly? PublishedOn { get; internal set; }
    public string? PublishedByName { get; internal set; }
}
