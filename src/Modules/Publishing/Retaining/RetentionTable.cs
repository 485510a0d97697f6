using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class RetentionTables
{
    extension(GongkaiDb db)
    {
        public DbSet<RetentionRule> RetentionRules => db.Set<RetentionRule>();
    }
}

internal sealed class RetentionRuleTable : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> rule)
    {
        rule.ToTable("retention_rules").HasKey(r => new { r.Body, r.Kind });
        rule.Property(r => r.Body).HasColumnName("body_id");
        rule.Property(r => r.Kind);
        rule.Property(r => r.Period);
        rule.Property(r => r.Version).IsConcurrencyToken().HasDefaultValue(1u).ValueGeneratedNever();
        rule.HasOne<Body>().WithMany().HasForeignKey(r => r.Body).OnDelete(DeleteBehavior.NoAction);
    }
}
