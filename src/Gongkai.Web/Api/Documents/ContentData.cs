using Gongkai.Publishing;

namespace Gongkai.Web.Api.Documents;

/// <summary>内容 as it is sent and answered: the fields of the catalogue and the text.</summary>
internal sealed record ContentData(
    string? Title, string? Summary, string? DocumentNumber, string? Issuer, string? JointIssuers, DateOnly? CreatedOn, DateOnly? EffectiveOn, DateOnly? ExpiresOn,
    string? Topic, string? Genre, string? Article20Item, string? Keywords, string? Html, string? Stage = null, Guid? Follows = null, DateOnly? ExecutionDue = null, DateOnly? ResultDue = null, string? Amendments = null, string? Column = null)
{
    public static ContentData Of(DocumentContent content) => new(
        content.Title, content.Summary, content.DocumentNumber, content.Issuer, content.JointIssuers, content.CreatedOn, content.EffectiveOn, content.ExpiresOn,
        content.Topic, content.Genre, content.Article20Item, content.Keywords, content.Html,
        content.Stage is { } stage ? Data.Words.Of(stage) : null, content.Follows?.Value, content.ExecutionDue, content.ResultDue, content.Amendments, content.Column);

    public DocumentContent ToContent() => new()
    {
        Title = Title ?? "",
        Summary = Summary,
        DocumentNumber = DocumentNumber,
        Issuer = Issuer,
        JointIssuers = JointIssuers,
        CreatedOn = CreatedOn,
        EffectiveOn = EffectiveOn,
        ExpiresOn = ExpiresOn,
        Topic = Topic,
        Genre = Genre,
        Article20Item = Article20Item,
        Keywords = Keywords,
        Html = Html ?? "",
        Stage = Calls.WordOrNull<OpennessStage>(Stage, "content.stage"),
        Follows = Follows is { } decision ? new DocumentId(decision) : null,
        ExecutionDue = ExecutionDue,
        ResultDue = ResultDue,
        Amendments = Amendments,
        Column = Column,
    };
}

/// <summary>公开属性 as it is sent and answered.</summary>
internal sealed record AttributeData(
    string? Attribute, string? Ground, string? Basis, string? Reason, string? Evidence = null, string? SecrecyLevel = null, DateOnly? SecretUntil = null, string? ClassifiedBy = null, string? ThirdParty = null)
{
    public static AttributeData Of(AttributeDecision decision) => new(
        Data.Words.Of(decision.Attribute), decision.Ground, decision.Basis, decision.Reason, decision.Evidence, decision.SecrecyLevel is { } level ? Data.Words.Of(level) : null,
        decision.SecretUntil, decision.ClassifiedBy, decision.ThirdParty is { } answer ? Data.Words.Of(answer) : null);

    public AttributeDecision ToDecision() => new(Calls.Word<DisclosureAttribute>(Attribute, "attribute"), Ground, Basis, Reason)
    {
        Evidence = Evidence,
        SecrecyLevel = Calls.WordOrNull<SecrecyLevel>(SecrecyLevel, "secrecy_level"),
        SecretUntil = SecretUntil,
        ClassifiedBy = ClassifiedBy,
        ThirdParty = Calls.WordOrNull<ThirdPartyAnswer>(ThirdParty, "third_party"),
    };
}
