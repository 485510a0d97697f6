using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class TopicRows
{
    extension(GongkaiDb db)
    {
        public DbSet<TopicPage> TopicPages => db.Set<TopicPage>();
    }
}

internal sealed class TopicTable : IEntityTypeConfiguration<TopicPage>
{
    public void Configure(EntityTypeBuilder<TopicPage> topic)
    {
        topic.ToTable("topic_pages").HasKey(t => t.Id);
        topic.Property(t => t.Body).HasColumnName("body_id");
        topic.Property(t => t.Version).IsConcurrencyToken();
        topic.Ignore(t => t.Published).Ignore(t => t.Draft).Ignore(t => t.Last);
        topic.HasIndex(t => new { t.Body, t.Key }).IsUnique();
        topic.HasOne<Body>().WithMany().HasForeignKey(t => t.Body).OnDelete(DeleteBehavior.NoAction);
        topic.OwnsMany(t => t.Versions, version =>
        {
            version.ToTable("topic_versions").WithOwner().HasForeignKey("TopicPageId");
            version.Ignore(v => v.Parts).Ignore(v => v.Editors);
            version.Property(v => v.Stored).HasColumnName("parts");
            version.Property(v => v.EditorIds).HasColumnName("editors");
            version.HasKey("TopicPageId", nameof(TopicVersion.Number));
            version.Property(v => v.Number).ValueGeneratedNever();
        });
    }
}
