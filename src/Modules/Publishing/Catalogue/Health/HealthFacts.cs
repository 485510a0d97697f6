using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>已公开的一组: documents that are alike in what columns and lines ask, counted, with the newest publication or revision.</summary>
public sealed record PublishedGroup(DocumentFacets Facets, int Count, DateOnly NewestOn);

/// <summary>形成与公开的一组: documents of one day of creation, or of change, and one of publication.</summary>
public sealed record PublicationGroup(DocumentFacets Facets, DateOnly CreatedOn, DateOnly PublishedOn, int Count)
{
    public bool IsChange { get; init; }
}

/// <summary>已形成未公开的一组: documents that are to be public, of one day of creation, or of change, on their way since.</summary>
public sealed record WaitingGroup(DocumentFacets Facets, DateOnly CreatedOn, int Count)
{
    public bool IsChange { get; init; }
}

/// <summary>没有生成日期的一组: no limit can be counted for them.</summary>
public sealed record UndatedGroup(DocumentFacets Facets, int Count);

/// <summary>目录检查所需: what the verdicts follow from; aggregated, so that a body's hundred thousand documents are a few hundred rows.</summary>
/// <param name="Columns">In their order; hidden ones are not judged.</param>
/// <param name="Lines">Those that hold today.</param>
/// <param name="Published">What is public.</param>
/// <param name="Slow">What was published within the window, later than the shortest limit could allow.</param>
/// <param name="Guide">Null where there is none.</param>
/// <param name="Catalogue">Null where none was published.</param>
public sealed record HealthFacts(
    IReadOnlyList<CatalogueColumn> Columns, IReadOnlyList<CatalogueLine> Lines, IReadOnlyList<PublishedGroup> Published, IReadOnlyList<PublicationGroup> Slow, DisclosureGuide? Guide, BasicCatalogue? Catalogue)
{
    /// <summary>What was drafted to be public and is not, longer than the shortest limit could allow.</summary>
    public IReadOnlyList<WaitingGroup> Waiting { get; init; } = [];

    /// <summary>What has no 生成日期, which the catalogue must have (article 12).</summary>
    public IReadOnlyList<UndatedGroup> Undated { get; init; } = [];

    /// <summary>Of what is public, what is repealed or expired.</summary>
    public IReadOnlyList<PublishedGroup> Ended { get; init; } = [];

    /// <summary>The sections there are today; null where nobody asked.</summary>
    public IReadOnlySet<SectionId>? Sections { get; init; }

    /// <summary>首页更新: the last day on which something was published for the first time; a list by days of publication shows no other.</summary>
    public DateOnly? LastPublishedOn { get; init; }
}
