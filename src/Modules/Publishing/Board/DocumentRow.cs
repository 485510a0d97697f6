using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>列表的一行: one document as lists of the office show it.</summary>
public sealed record DocumentRow(
    DocumentId Id, BodyId Body, string Title, DocumentKind Kind, DocumentState State, DisclosureAttribute Attribute, string? IndexNumber, DateOnly? PublishedOn, DateTimeOffset? ScheduledAt, DateOnly? AssessAgainOn, SectionId? Section, DateTimeOffset? LastAt, string? LastBy, uint Version);
