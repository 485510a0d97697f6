using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class MigrationJobRows
{
    extension(GongkaiDb db)
    {
        public DbSet<MigrationJob> MigrationJobs => db.Set<MigrationJob>();
    }
}

internal sealed class MigrationJobTable : IEntityTypeConfiguration<MigrationJob>
{
    public void Configure(EntityTypeBuilder<MigrationJob> job)
    {
        job.ToTable("migration_jobs").HasKey(j => j.Id);
        job.Property(j => j.Body).HasColumnName("body_id");
        job.Property(j => j.UploadedBy).HasColumnName("uploaded_by");
        job.HasIndex(j => j.Body);
        job.HasOne<Body>().WithMany().HasForeignKey(j => j.Body).OnDelete(DeleteBehavior.NoAction);
    }
}
