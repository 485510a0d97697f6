using Gongkai.Data;
using Gongkai.Publishing;

namespace Gongkai.Web.Api.Documents;

/// <summary>公开事项, whole: what it says now and said before, what was done with it, and what may be done next.</summary>
internal sealed record DocumentDetails(
    Guid Id, string Body, Guid? Section, string Kind, string? Form, Guid? Explains, string State, string StateName, string Title, AttributeData Attribute, string? IndexNumber,
    DateOnly? PublishedOn, DateTimeOffset? ScheduledAt, DateOnly? AssessAgainOn, RetentionDetails? Retention, string? Validity, uint Version, int WorkingVersion, int? ShownVersion,
    IReadOnlyList<VersionDetails> Versions, IReadOnlyList<StepDetails> History, IReadOnlyList<PublicChange> PublicRecord, Tombstone? Tombstone, IReadOnlyList<OpenStep> OpenSteps, IReadOnlyList<string> Lacking)
{
    public static DocumentDetails Of(Document document, string body, RetentionRules rules, DateOnly today) => new(
        document.Id.Value, body, document.Section?.Value, Words.Of(document.Kind), document.Form is { } form ? Words.Of(form) : null, document.Explains?.Value,
        Words.Of(document.State), document.State.Name, document.Title, AttributeData.Of(document.Decision), document.IndexNumber,
        document.PublishedOn, document.ScheduledAt, document.AssessAgainOn, RetentionDetails.Of(rules.For(document), today), Validities.On(document, today) is { } validity ? Words.Of(validity) : null,
        document.Version, document.Working.Number, document.Shown?.Number,
        [.. document.Versions.OrderBy(version => version.Number).Select(version => VersionDetails.Of(document, version))],
        [.. document.History.OrderBy(taken => taken.Number).Select(StepDetails.Of)],
        Gongkai.Publishing.PublicRecord.Of(document), Gongkai.Publishing.PublicRecord.TombstoneOf(document),
        [.. Procedure.OpenTo(document).Select(step => new OpenStep(step.Id, step.Name, step.Law.ToString()))],
        [.. ContentFields.Lacking(document.Working).Select(field => field.Key)]);
}

internal sealed record RetentionDetails(string Period, DateOnly FormedOn, DateOnly? EndsOn, bool IsDecided, bool IsEnded)
{
    public static RetentionDetails? Of(Retention? kept, DateOnly today) => kept is null ? null : new(Words.Of(kept.Period), kept.FormedOn, kept.EndsOn, kept.IsDecided, kept.IsEnded(today));
}

internal sealed record VersionDetails(int Number, ContentData Content, string EditedBy, DateTimeOffset EditedAt, string Digest, IReadOnlyList<AttachmentDetails> Attachments)
{
    public static VersionDetails Of(Document document, DocumentVersion version) => new(
        version.Number, ContentData.Of(version), version.EditedByName, version.EditedAt, document.DigestOf(version).Value,
        [.. version.Attachments.OrderBy(attachment => attachment.Number).Select(attachment => AttachmentDetails.Of(document.Id, version.Number, attachment))]);
}

internal sealed record AttachmentDetails(int Number, string Name, long Length, string Url)
{
    public static AttachmentDetails Of(DocumentId document, int version, Attachment attachment) =>
        new(attachment.Number, attachment.Name, attachment.Length, $"/api/v1/documents/{document.Value}/attachments/{attachment.Number}?version={version}");
}

internal sealed record StepDetails(
    int Number, string Step, string Name, DateTimeOffset At, DateOnly On, string Officer, int? Version, Guid? Review, string? Digest, string? Reason, DateOnly? Effective, DateTimeOffset? DueAt, string? ByDocument)
{
    public static StepDetails Of(StepTaken taken) => new(
        taken.Number, taken.Step, taken.Step == Procedure.Drafting ? "起草" : Procedure.Find(taken.Step).Name, taken.At, taken.On, taken.OfficerName, taken.Version,
        taken.Review?.Value, taken.Digest?.Value, taken.Reason, taken.Effective, taken.DueAt, taken.ByDocument);
}

/// <summary>A step of the procedure that is open now, with its article.</summary>
internal sealed record OpenStep(string Step, string Name, string Law);
