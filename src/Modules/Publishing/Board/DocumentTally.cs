using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

/// <summary>事项计数: how many documents of a body and section are of a kind and attribute in a state; what the trays of a board show follows from a few of these.</summary>
public sealed class DocumentTally
{
    /// <summary>In the key nothing may be null.</summary>
    public static readonly SectionId NoSection = new(Guid.Empty);

    public required BodyId Body { get; init; }
    public required SectionId Section { get; init; }
    public required DocumentKind Kind { get; init; }
    public required DisclosureAttribute Attribute { get; init; }
    public required DocumentState State { get; init; }
    public int Documents { get; init; }
}

internal sealed class DocumentTallyTable : IEntityTypeConfiguration<DocumentTally>
{
    public void Configure(EntityTypeBuilder<DocumentTally> tally)
    {
        tally.ToTable("document_tallies").WithoutEntry(because: "follows from documents, whose changes have their entries").HasKey(t => new { t.Body, t.Section, t.Kind, t.Attribute, t.State });
        tally.Property(t => t.Body).HasColumnName("body_id");
        tally.Property(t => t.Section).HasColumnName("section_id");
    }
}
