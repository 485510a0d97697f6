using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class CatalogueRows
{
    extension(GongkaiDb db)
    {
        public DbSet<DisclosureGuide> Guides => db.Set<DisclosureGuide>();
        public DbSet<BasicCatalogue> Catalogues => db.Set<BasicCatalogue>();
        public DbSet<CatalogueLine> CatalogueLines => db.Set<CatalogueLine>();
        public DbSet<CatalogueColumn> CatalogueColumns => db.Set<CatalogueColumn>();

        /// <summary>The lines that hold today, in their order.</summary>
        public IQueryable<CatalogueLine> LinesOf(BodyId body) => db.Set<CatalogueLine>().AsNoTracking().Where(line => line.Body == body && line.RetiredOn == null).OrderBy(line => line.Number);

        internal async Task<int> NextLine(BodyId body, CancellationToken cancel) => 1 + (await db.Set<CatalogueLine>().Where(line => line.Body == body).MaxAsync(line => (int?)line.Number, cancel) ?? 0);
    }
}

internal sealed class GuideTable : IEntityTypeConfiguration<DisclosureGuide>
{
    public void Configure(EntityTypeBuilder<DisclosureGuide> guide)
    {
        guide.ToTable("guides").HasKey(g => g.Body);
        guide.Property(g => g.Body).HasColumnName("body_id").ValueGeneratedNever();
        guide.Property(g => g.Version).IsConcurrencyToken();
        guide.Ignore(g => g.Published).Ignore(g => g.Draft);
        guide.HasOne<Body>().WithOne().HasForeignKey<DisclosureGuide>(g => g.Body).OnDelete(DeleteBehavior.NoAction);
        guide.OwnsMany(g => g.Versions, version =>
        {
            version.ToTable("guide_versions").WithOwner().HasForeignKey("BodyId");
            version.Ignore(v => v.Missing).Ignore(v => v.Editors).Property(v => v.EditorIds).HasColumnName("editors").HasDefaultValue("");
            version.HasKey("BodyId", nameof(GuideVersion.Number));
            version.Property(v => v.Number).ValueGeneratedNever();
        });
    }
}

internal sealed class CatalogueTable : IEntityTypeConfiguration<BasicCatalogue>
{
    public void Configure(EntityTypeBuilder<BasicCatalogue> catalogue)
    {
        catalogue.ToTable("catalogues").HasKey(c => c.Body);
        catalogue.Property(c => c.Body).HasColumnName("body_id").ValueGeneratedNever();
        catalogue.Property(c => c.Version).IsConcurrencyToken();
        catalogue.Ignore(c => c.Editors).Property(c => c.EditorIds).HasColumnName("editors").HasDefaultValue("");
        catalogue.HasOne<Body>().WithOne().HasForeignKey<BasicCatalogue>(c => c.Body).OnDelete(DeleteBehavior.NoAction);
        catalogue.OwnsMany(c => c.Versions, version =>
        {
            version.ToTable("catalogue_versions").WithOwner().HasForeignKey("BodyId");
            version.HasKey("BodyId", nameof(CatalogueVersion.Number));
            version.Property(v => v.Number).ValueGeneratedNever();
        });
    }
}

internal sealed class CatalogueLineTable : IEntityTypeConfiguration<CatalogueLine>
{
    public void Configure(EntityTypeBuilder<CatalogueLine> line)
    {
        line.ToTable("catalogue_lines").HasKey(l => l.Id);
        line.Property(l => l.Version).IsConcurrencyToken();
        line.Property(l => l.Body).HasColumnName("body_id");
        line.Property(l => l.Section).HasColumnName("section_id");
        line.Property(l => l.Officer).HasColumnName("officer_id");
        line.Property(l => l.Column).HasColumnName("column_key");
        line.Ignore(l => l.Missing).Ignore(l => l.Limit).Ignore(l => l.Rhythm).Ignore(l => l.Rule);
        line.HasIndex(l => new { l.Body, l.Number }).IsUnique();
        line.HasOne<Body>().WithMany().HasForeignKey(l => l.Body).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class CatalogueColumnTable : IEntityTypeConfiguration<CatalogueColumn>
{
    public void Configure(EntityTypeBuilder<CatalogueColumn> column)
    {
        column.ToTable("catalogue_columns").HasKey(c => new { c.Body, c.Key });
        column.Property(c => c.Body).HasColumnName("body_id").ValueGeneratedNever();
        column.Property(c => c.Key).ValueGeneratedNever();
        column.Property(c => c.Version).IsConcurrencyToken();
        column.Property(c => c.TakesChosen).HasDefaultValue(false);
        column.Property(c => c.RuleEnded).HasDefaultValue(false);
        column.Property(c => c.After).HasColumnName("after_key");
        column.Ignore(c => c.Rule).Ignore(c => c.Takes).Ignore(c => c.IsOwn);
        column.HasOne<Body>().WithMany().HasForeignKey(c => c.Body).OnDelete(DeleteBehavior.NoAction);
    }
}
