using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Participation;

public static class FaultTables
{
    extension(GongkaiDb db)
    {
        public DbSet<SiteFault> SiteFaults => db.Set<SiteFault>();
    }
}

internal sealed class ParticipationTables : ITables
{
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ParticipationTables).Assembly);
}

internal sealed class FaultTable : IEntityTypeConfiguration<SiteFault>
{
    public void Configure(EntityTypeBuilder<SiteFault> fault)
    {
        fault.ToTable("site_faults").HasKey(f => f.Id);
        fault.Property(f => f.Body).HasColumnName("body_id");
        fault.Property(f => f.Receipt);
        fault.Property(f => f.Kind);
        fault.Property(f => f.Page);
        fault.Property(f => f.Text);
        fault.Property(f => f.At);
        fault.Property(f => f.Version).IsConcurrencyToken();
        fault.Ignore(f => f.IsOpen);
        fault.HasIndex(f => f.Receipt).IsUnique();
        fault.HasIndex(f => new { f.Body, f.AnsweredAt, f.At });
        fault.HasOne<Body>().WithMany().HasForeignKey(f => f.Body).OnDelete(DeleteBehavior.NoAction);
    }
}
