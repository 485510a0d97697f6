using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class FindingTables
{
    extension(GongkaiDb db)
    {
        public DbSet<PublicFinding> PublicFindings => db.Set<PublicFinding>();
        public DbSet<DocumentScan> DocumentScans => db.Set<DocumentScan>();
    }
}

internal sealed class PublicFindingTable : IEntityTypeConfiguration<PublicFinding>
{
    public void Configure(EntityTypeBuilder<PublicFinding> finding)
    {
        finding.ToTable("public_findings").HasKey(f => f.Id);
        finding.Property(f => f.Version).IsConcurrencyToken();
        finding.Property(f => f.Document).HasColumnName("document_id");
        finding.Property(f => f.Body).HasColumnName("body_id");
        finding.Property(f => f.Mark);
        finding.Property(f => f.Check).HasColumnName("check_id");
        finding.Property(f => f.Severity);
        finding.Property(f => f.Where).HasColumnName("place");
        finding.Property(f => f.Offset).HasColumnName("place_offset");
        finding.Property(f => f.Words);
        finding.Property(f => f.Advice);
        finding.Property(f => f.FoundAt);
        finding.Property(f => f.SettledBy).HasColumnName("settled_by_id");
        finding.HasIndex(f => new { f.Document, f.Mark }).IsUnique();
        finding.HasIndex(f => new { f.Body, f.State });
        finding.HasOne<Body>().WithMany().HasForeignKey(f => f.Body).OnDelete(DeleteBehavior.NoAction);
        finding.HasOne<Document>().WithMany().HasForeignKey(f => f.Document).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class DocumentScanTable : IEntityTypeConfiguration<DocumentScan>
{
    public void Configure(EntityTypeBuilder<DocumentScan> scan)
    {
        scan.ToTable("document_scans").WithoutEntry(because: "says only which machine check has looked; what it found has its entry").HasKey(s => s.Document);
        scan.Property(s => s.Document).HasColumnName("document_id").ValueGeneratedNever();
        scan.HasOne<Document>().WithOne().HasForeignKey<DocumentScan>(s => s.Document).OnDelete(DeleteBehavior.NoAction);
    }
}
