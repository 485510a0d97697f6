using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>专题版本.</summary>
public sealed class TopicVersion(int number) : TopicContent
{
    public int Number { get; } = number;
    public string EditedByName { get; private set; } = "";
    public DateTimeOffset EditedAt { get; private set; }
    public DateOnly? PublishedOn { get; internal set; }
    public string? PublishedByName { get; internal set; }

    /// <summary>Who wrote at it, and so does not publish it.</summary>
    public IReadOnlyList<OfficerId> Editors => [.. EditorIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new OfficerId(Guid.Parse(id)))];

    internal string EditorIds { get; private set; } = "";

    internal void Sign(IActor by, DateTimeOffset at)
    {
        (EditedByName, EditedAt) = (by.ActorName, at);
        if (by is Officer officer && !Editors.Contains(officer.Id))
            EditorIds = $"{EditorIds} {officer.Id.Value}".TrimStart();
    }
}
