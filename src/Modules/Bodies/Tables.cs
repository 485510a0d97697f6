using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Bodies;

public static class Tables
{
    extension(GongkaiDb db)
    {
        public DbSet<Body> Bodies => db.Set<Body>();
        public DbSet<Section> Sections => db.Set<Section>();
        public DbSet<Officer> Officers => db.Set<Officer>();
    }
}

internal sealed class BodiesTables : ITables
{
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(BodiesTables).Assembly);
}

internal sealed class BodyTable : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> body)
    {
        body.ToTable("bodies").HasKey(b => b.Id);
        body.HasIndex(b => b.Key).IsUnique();
        body.Property(b => b.Version).IsConcurrencyToken();
        body.Property(b => b.Parent).HasColumnName("parent_id");
        body.Property(b => b.GuidedBy).HasColumnName("guided_by_id");
        body.Property(b => b.CompetentOffice).HasColumnName("competent_office_id");
        body.Property(b => b.Successor).HasColumnName("successor_id");
        body.Ignore(b => b.FoundedOn).Ignore(b => b.IsActive);
        body.OwnsMany(b => b.Events, happened =>
        {
            happened.ToTable("body_events").WithOwner().HasForeignKey("BodyId");
            happened.HasKey("BodyId", nameof(BodyEvent.Number));
            happened.Property(h => h.Number).ValueGeneratedNever();
            happened.Property(h => h.On).HasColumnName("on_day");
            happened.Property(h => h.Other).HasColumnName("other_body_id");
        });
    }
}

internal sealed class SectionTable : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.ToTable("sections").HasKey(s => s.Id);
        section.Property(s => s.Version).IsConcurrencyToken();
        section.Property(s => s.Body).HasColumnName("body_id");
        section.Ignore(s => s.IsOpen);
        section.HasOne<Body>().WithMany().HasForeignKey(s => s.Body).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class OfficerTable : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> officer)
    {
        officer.ToTable("officers").HasKey(o => o.Id);
        officer.Ignore(o => o.Subject);
        officer.Property(o => o.Version).IsConcurrencyToken();
        officer.Property(o => o.Body).HasColumnName("body_id");
        officer.Property(o => o.Section).HasColumnName("section_id");
        officer.Property(o => o.AppointedOn);
        officer.Ignore(o => o.BodyName).Ignore(o => o.StandsInFor).Ignore(o => o.Through);
        officer.HasOne<Body>().WithMany().HasForeignKey(o => o.Body).OnDelete(DeleteBehavior.NoAction);
        officer.HasOne<Section>().WithMany().HasForeignKey(o => o.Section).OnDelete(DeleteBehavior.NoAction);
        officer.OwnsMany(o => o.Grants, grant =>
        {
            grant.ToTable("role_grants").WithOwner().HasForeignKey("OfficerId");
            grant.HasKey("OfficerId", nameof(RoleGrant.Number));
            grant.Property(g => g.Number).ValueGeneratedNever();
            grant.Property(g => g.Role);
            grant.Property(g => g.From).HasColumnName("from_day");
            grant.Property(g => g.Until).HasColumnName("until_day");
            grant.Property(g => g.Section).HasColumnName("section_id");
            grant.Ignore(g => g.Period);
            grant.HasIndex(g => g.Role);
        });
        officer.OwnsMany(o => o.Deputies, deputy =>
        {
            deputy.ToTable("deputies").WithOwner().HasForeignKey("AbsentId");
            deputy.HasKey("AbsentId", nameof(Deputy.Number));
            deputy.Property(d => d.Number).ValueGeneratedNever();
            deputy.Property(d => d.Officer).HasColumnName("officer_id");
            deputy.Property(d => d.From).HasColumnName("from_day");
            deputy.Property(d => d.Until).HasColumnName("until_day");
            deputy.HasIndex(d => d.Officer);
        });
    }
}
