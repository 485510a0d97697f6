using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class WebhookTables
{
    extension(GongkaiDb db)
    {
        public DbSet<Webhook> Webhooks => db.Set<Webhook>();
    }
}

internal sealed class WebhookTable : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("webhooks").HasKey(w => w.Id);
        webhook.Property(w => w.Body).HasColumnName("body_id");
        webhook.Property(w => w.Url);
        webhook.Property(w => w.Secret).KeptOutOfLedger();
        webhook.Property(w => w.CreatedAt);
        webhook.Ignore(w => w.Events).Ignore(w => w.Subject).Property(w => w.EventWords).HasColumnName("events");
        webhook.HasIndex(w => w.Body);
        webhook.HasOne<Body>().WithMany().HasForeignKey(w => w.Body).OnDelete(DeleteBehavior.NoAction);
    }
}
