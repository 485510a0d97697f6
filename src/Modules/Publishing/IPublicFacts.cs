using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>公开的事实: what validity, public history and particulars follow from; a document has it whole, a page reads no more than this.</summary>
public interface IPublicFacts
{
    DocumentId Id { get; }
    BodyId Body { get; }
    DocumentKind Kind { get; }
    DocumentState State { get; }
    DisclosureAttribute Attribute { get; }
    string? IndexNumber { get; }
    DateOnly? PublishedOn { get; }
    DateOnly? UpdatedOn { get; }
    IReadOnlyList<StepTaken> History { get; }

    /// <summary>The version that is or was last shown; of what was withdrawn too, for its title.</summary>
    DocumentVersion? LastShown { get; }
}
