using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
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

/// <summary>行为 and 权限 of a foot.</summary>
public static class FooterActs
{
    private static readonly Act s_set = new("site_footers.set", "设置页脚");
    private static readonly Permission s_manage = new("site_footers.manage");

    extension(Act)
    {
        public static Act SetFooter => s_set;
    }

    extension(Permission)
    {
        public static Permission ManageFooter => s_manage;
    }

    internal static Act[] All => [s_set];
}
