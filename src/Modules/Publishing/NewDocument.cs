using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>新建事项: what must be known of a new document besides its content.</summary>
public sealed record NewDocument(BodyId Body, DocumentKind Kind)
{
    public SectionId? Section { get; init; }
    public InterpretationForm? Form { get; init; }
    public DocumentId? Explains { get; init; }
}
