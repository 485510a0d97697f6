using Gongkai.Publishing;

namespace Gongkai.Web.Office.Documents;

/// <summary>要素表单: the fields of a content as a form sends them.</summary>
public sealed class ContentFieldsForm
{
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? DocumentNumber { get; set; }
    public string? Issuer { get; set; }
    public string? JointIssuers { get; set; }
    public DateOnly? CreatedOn { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public DateOnly? ExpiresOn { get; set; }
    public string? Topic { get; set; }
    public string? Genre { get; set; }
    public string? Article20Item { get; set; }
    public string? Keywords { get; set; }
    public string? Html { get; set; }
    public OpennessStage? Stage { get; set; }
    public Guid? Follows { get; set; }
    public DateOnly? ExecutionDue { get; set; }
    public DateOnly? ResultDue { get; set; }

    public string? Amendments { get; set; }

    /// <summary>栏目 outside articles 20 and 21.</summary>
    public string? Column { get; set; }

    public static ContentFieldsForm Of(DocumentContent content) => new()
    {
        Title = content.Title,
        Summary = content.Summary,
        DocumentNumber = content.DocumentNumber,
        Issuer = content.Issuer,
        JointIssuers = content.JointIssuers,
        CreatedOn = content.CreatedOn,
        EffectiveOn = content.EffectiveOn,
        ExpiresOn = content.ExpiresOn,
        Topic = content.Topic,
        Genre = content.Genre,
        Article20Item = content.Article20Item,
        Keywords = content.Keywords,
        Html = content.Html,
        Stage = content.Stage,
        Follows = content.Follows?.Value,
        ExecutionDue = content.ExecutionDue,
        ResultDue = content.ResultDue,
        Amendments = content.Amendments,
        Column = content.Column,
    };

    public DocumentContent Content() => new()
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
        Stage = Stage,
        Follows = Follows is { } decision ? new DocumentId(decision) : null,
        ExecutionDue = ExecutionDue,
        ResultDue = ResultDue,
        Amendments = Amendments,
        Column = Column,
    };
}
