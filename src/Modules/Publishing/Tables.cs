using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Publishing;

public static class Tables
{
    extension(GongkaiDb db)
    {
        public DbSet<Document> Documents => db.Set<Document>();
        public DbSet<ImportedItem> ImportedItems => db.Set<ImportedItem>();
        public DbSet<IndexRule> IndexRules => db.Set<IndexRule>();
        internal DbSet<DocumentTally> DocumentTallies => db.Set<DocumentTally>();
    }
}

public static class DocumentQueries
{
    extension(IQueryable<Document> documents)
    {
        /// <summary>What everybody may read now; every public page and answer begins here.</summary>
        public IQueryable<Document> Readable => documents.Where(document => DocumentStates.Readable.Contains(document.State));
    }
}

internal sealed class PublishingTables : ITables
{
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(PublishingTables).Assembly);
}

internal sealed class DocumentTable : IEntityTypeConfiguration<Document>
{
    private const string Owner = "DocumentId";

    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("documents").HasKey(d => d.Id);
        document.Property(d => d.Version).IsConcurrencyToken();
        document.Property(d => d.Body).HasColumnName("body_id");
        document.Property(d => d.Section).HasColumnName("section_id");
        document.Property(d => d.Explains).HasColumnName("explains_id");
        document.Property(d => d.Follows).HasColumnName("follows_id");
        document.Property(d => d.Column).HasColumnName("column_key");
        document.Ignore(d => d.Working).Ignore(d => d.Shown).Ignore(d => d.LastShown).Ignore(d => d.Decision).Ignore(d => d.NextAttachment).Ignore(d => d.MovedIn).Ignore(d => d.ProposedEnding);
        document.HasIndex(d => d.IndexNumber).IsUnique();
        document.HasIndex(d => new { d.Body, d.State, d.PublishedOn });
        document.HasIndex(d => new { d.Body, d.Id, d.State, d.Kind, d.Attribute, d.Section }).HasDatabaseName("ix_documents_board");
        document.HasIndex(d => new { d.Body, d.Kind, d.Article20Item, d.Topic, d.Section, d.State, d.UpdatedOn, d.PublishedOn, d.CreatedOn, d.ChangedOn, d.Column }).HasDatabaseName("ix_documents_facets");
        document.HasIndex(d => d.ScheduledAt);
        document.HasIndex(d => d.AssessAgainOn);
        document.HasIndex(d => d.Explains);
        document.HasIndex(d => d.Follows);
        document.HasIndex(d => new { d.Body, d.Stage });
        document.HasOne<Body>().WithMany().HasForeignKey(d => d.Body).OnDelete(DeleteBehavior.NoAction);
        document.HasOne<Document>().WithMany().HasForeignKey(d => d.Explains).OnDelete(DeleteBehavior.NoAction);
        document.OwnsMany(d => d.History, Step);
        document.OwnsMany(d => d.Versions, Version);
        document.OwnsMany(d => d.Editors, editor =>
        {
            editor.ToTable("document_editors").WithOwner().HasForeignKey(Owner);
            editor.HasKey(Owner, nameof(Editor.Version), nameof(Editor.Officer));
            editor.Property(e => e.Version).ValueGeneratedNever();
            editor.Property(e => e.Officer).HasColumnName("officer_id");
            editor.HasIndex(nameof(Editor.Officer), Owner);
        });
    }

    private static void Step(OwnedNavigationBuilder<Document, StepTaken> step)
    {
        // The database asks for the review too, and for one that exists.
        step.ToTable("document_steps", table => table.HasCheckConstraint("ck_document_steps_reviewed", "step <> 'D09' or (review_id is not null and digest is not null)"));
        step.WithOwner().HasForeignKey(Owner);
        step.HasKey(Owner, nameof(StepTaken.Number));
        step.Property(s => s.Number).ValueGeneratedNever();
        step.Property(s => s.Step);
        step.Property(s => s.On).HasColumnName("on_day");
        step.Property(s => s.Officer).HasColumnName("officer_id");
        step.Property(s => s.Review).HasColumnName("review_id");
        step.HasOne<Review>().WithMany().HasForeignKey(s => s.Review).OnDelete(DeleteBehavior.NoAction);
    }

    private static void Version(OwnedNavigationBuilder<Document, DocumentVersion> version)
    {
        version.ToTable("document_versions").WithOwner().HasForeignKey(Owner);
        version.HasKey(Owner, nameof(DocumentVersion.Number));
        version.Property(v => v.Number).ValueGeneratedNever();
        version.Property(v => v.EditedBy).HasColumnName("edited_by_id");
        version.Property(v => v.Follows).HasColumnName("follows_id");
        version.Property(v => v.Column).HasColumnName("column_key");
        version.OwnsMany(v => v.Attachments, attachment =>
        {
            attachment.ToTable("attachments").WithOwner().HasForeignKey(Owner, "VersionNumber");
            attachment.HasKey(Owner, "VersionNumber", nameof(Attachment.Number));
            attachment.Property(a => a.Number).ValueGeneratedNever();
        });
    }
}

internal sealed class ImportedItemTable : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> item)
    {
        item.ToTable("imported_items").HasKey(i => new { i.Body, i.ExternalId });
        item.Property(i => i.Body).HasColumnName("body_id");
        item.Property(i => i.Document).HasColumnName("document_id");
        item.Property(i => i.Column).HasColumnName("column_name");
        item.HasIndex(i => i.Document);
        item.HasOne<Body>().WithMany().HasForeignKey(i => i.Body).OnDelete(DeleteBehavior.NoAction);
        item.HasOne<Document>().WithMany().HasForeignKey(i => i.Document).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class IndexRuleTable : IEntityTypeConfiguration<IndexRule>
{
    public void Configure(EntityTypeBuilder<IndexRule> rule)
    {
        rule.ToTable("index_rules").HasKey(r => r.Body);
        rule.Property(r => r.Body).HasColumnName("body_id").ValueGeneratedNever();
        rule.Property(r => r.Version).IsConcurrencyToken();
        rule.Property(r => r.Edition).HasDefaultValue(0u).ValueGeneratedNever();
        rule.HasOne<Body>().WithOne().HasForeignKey<IndexRule>(r => r.Body).OnDelete(DeleteBehavior.NoAction);
        rule.OwnsMany(r => r.Serials, serial =>
        {
            serial.ToTable("index_serials").WithOwner().HasForeignKey("BodyId");
            serial.HasKey("BodyId", nameof(IndexSerial.Year));
            serial.Property(s => s.Year).ValueGeneratedNever();
        });
    }
}
