using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class FooterRows
{
    extension(GongkaiDb db)
    {
        public DbSet<SiteFooter> SiteFooters => db.Set<SiteFooter>();
    }
}

internal sealed class FooterTable : IEntityTypeConfiguration<SiteFooter>
{
    public void Configure(EntityTypeBuilder<SiteFooter> footer)
    {
        footer.ToTable("site_footers").HasKey(f => f.Body);
        footer.Property(f => f.Body).HasColumnName("body_id").ValueGeneratedNever();
        footer.Property(f => f.Version).IsConcurrencyToken();
        footer.HasOne<Body>().WithOne().HasForeignKey<SiteFooter>(f => f.Body).OnDelete(DeleteBehavior.NoAction);
    }
}
