using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>列表的一行: one document as lists of the office show it.</summary>
public sealed record DocumentRow(
    DocumentId Id, BodyId Body, string Title, DocumentKind Kind, DocumentState State, DisclosureAttribute Attribute, string? IndexNumber, DateOnly? PublishedOn, DateTimeOffset? ScheduledAt, DateOnly? AssessAgainOn, SectionId? Section, LastStep? Last, uint Version);

/// <summary>最近办理: when something was done last, and by whom.</summary>
public sealed record LastStep(DateTimeOffset At, string By);
