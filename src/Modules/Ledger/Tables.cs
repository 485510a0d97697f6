using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Ledgers;

public static class Tables
{
    extension(GongkaiDb db)
    {
        public DbSet<LedgerEntry> LedgerEntries => db.Set<LedgerEntry>();
        public DbSet<LedgerDetails> LedgerDetails => db.Set<LedgerDetails>();
    }
}

internal sealed class LedgerTables : ITables
{
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(LedgerTables).Assembly);
}

internal sealed class LedgerEntryTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger_entries").HasKey(e => e.Number);
        entry.Property(e => e.Number).ValueGeneratedNever();
        entry.Ignore(e => e.About).Ignore(e => e.Note);
        entry.HasIndex(e => new { e.Kind, e.Key });
        entry.HasIndex(e => new { e.BodyId, e.At });
        entry.HasIndex(e => e.At);
        entry.HasOne<LedgerDetails>().WithOne().HasForeignKey<LedgerDetails>(d => d.Number).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class LedgerDetailsTable : IEntityTypeConfiguration<LedgerDetails>
{
    public void Configure(EntityTypeBuilder<LedgerDetails> details)
    {
        details.ToTable("ledger_details").HasKey(d => d.Number);
        details.Property(d => d.Number).ValueGeneratedNever();
    }
}
