using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Search;

public static class AlertTables
{
    extension(GongkaiDb db)
    {
        public DbSet<Alert> Alerts => db.Set<Alert>();
        public DbSet<AlertRound> AlertRounds => db.Set<AlertRound>();
    }
}

internal sealed class AlertTable : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> alert)
    {
        // Who follows what is nobody's business, the ledger's neither: it keeps that somebody did.
        alert.ToTable("alerts").HasKey(a => a.Id);
        alert.Property(a => a.Email).KeptOutOfLedger();
        alert.Property(a => a.EmailMark).KeptOutOfLedger();
        alert.Property(a => a.Code).KeptOutOfLedger();
        alert.Property(a => a.CodeHash).KeptOutOfLedger();
        alert.Property(a => a.Name).KeptOutOfLedger();
        alert.Property(a => a.Address).KeptOutOfLedger();
        alert.Property(a => a.AskedAt);
        alert.Property(a => a.Asked).HasColumnName("question").KeptOutOfLedger();
        alert.Ignore(a => a.Question).Ignore(a => a.Subject);
        alert.HasIndex(a => a.CodeHash).IsUnique();
        alert.HasIndex(a => a.EmailMark);
        alert.HasIndex(a => new { a.ConfirmedAt, a.AskedAt });
    }
}

internal sealed class AlertRoundTable : IEntityTypeConfiguration<AlertRound>
{
    public void Configure(EntityTypeBuilder<AlertRound> round)
    {
        round.ToTable("alert_rounds").WithoutEntry(because: "how far letters have been sent is nobody's decision").HasKey(r => r.Alert);
        round.Property(r => r.Alert).HasColumnName("alert_id").ValueGeneratedNever();
        // Of two nodes that arrange the same day, one.
        round.Property(r => r.From).HasColumnName("from_day").IsConcurrencyToken();
        round.HasIndex(r => r.From);
        round.HasOne<Alert>().WithOne().HasForeignKey<AlertRound>(r => r.Alert).OnDelete(DeleteBehavior.Cascade);
    }
}
