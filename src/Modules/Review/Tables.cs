using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Reviews;

public static class Tables
{
    extension(GongkaiDb db)
    {
        public DbSet<Review> Reviews => db.Set<Review>();
        public DbSet<ReviewChain> ReviewChains => db.Set<ReviewChain>();
        public DbSet<CheckedWord> CheckedWords => db.Set<CheckedWord>();
    }
}

internal sealed class ReviewTables : ITables
{
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ReviewTables).Assembly);
}

internal sealed class ReviewChainTable : IEntityTypeConfiguration<ReviewChain>
{
    public void Configure(EntityTypeBuilder<ReviewChain> chain)
    {
        chain.ToTable("review_chains").HasKey(c => c.Id);
        chain.Property(c => c.Body).HasColumnName("body_id");
        chain.Property(c => c.AppliesTo);
        chain.Property(c => c.Name);
        chain.Property(c => c.SetAt);
        chain.Ignore(c => c.IsForMigration);
        chain.Property(c => c.Number).HasDefaultValue(0u).ValueGeneratedNever();
        chain.HasIndex(c => c.Body);

        // Of two who set one chain in one moment the second is refused: in an index what is null is never the same.
        chain.HasIndex(c => new { c.Body, c.AppliesTo, c.Number }).IsUnique();
        chain.HasIndex(c => new { c.Body, c.Number }).IsUnique().HasFilter("applies_to is null");
        chain.HasOne<Body>().WithMany().HasForeignKey(c => c.Body).OnDelete(DeleteBehavior.NoAction);
        chain.OwnsMany(c => c.Stages, stage => ReviewTable.Stage(stage, "review_chain_stages", "ChainId"));
    }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("reviews").HasKey(r => r.Id);
        review.Property(r => r.Version).IsConcurrencyToken();
        review.Property(r => r.SubjectKind);
        review.Property(r => r.SubjectKey);
        review.Property(r => r.Body).HasColumnName("body_id");
        review.Property(r => r.Section).HasColumnName("section_id");
        review.Property(r => r.ChainName);
        review.Ignore(r => r.Round).Ignore(r => r.Stage).Ignore(r => r.IsMigration);
        review.Property(r => r.EvidenceSource);
        review.Property(r => r.EvidenceAddress);
        review.Property(r => r.EvidenceOn);
        review.HasIndex(r => new { r.SubjectKind, r.SubjectKey });
        review.HasIndex(r => new { r.Body, r.State, r.WaitsFor });
        review.HasOne<Body>().WithMany().HasForeignKey(r => r.Body).OnDelete(DeleteBehavior.NoAction);
        review.OwnsMany(r => r.Stages, stage => Stage(stage, "review_stages", Owner));
        review.OwnsMany(r => r.Rounds, round => Numbered(round, "review_rounds", Owner, r => r.Number));
        review.OwnsMany(r => r.Opinions, opinion =>
        {
            Numbered(opinion, "review_opinions", Owner, o => o.Number);
            opinion.Property(o => o.Officer).HasColumnName("officer_id");
            opinion.Property(o => o.OnBehalfOf).HasColumnName("on_behalf_of_id");
            opinion.Ignore(o => o.Gates).Property(o => o.GateWords).HasColumnName("gates");
        });
        review.OwnsMany(r => r.Comments, comment =>
        {
            Numbered(comment, "review_comments", Owner, c => c.Number);
            comment.Property(c => c.Offset).HasColumnName("place_offset");
        });
        review.OwnsMany(r => r.Answers, answer =>
        {
            Numbered(answer, "remark_answers", Owner, a => a.Number);
            answer.Property(a => a.Comment);
            answer.Property(a => a.Officer).HasColumnName("officer_id");
        });
        review.OwnsMany(r => r.SecrecyRecords, record =>
        {
            Numbered(record, "secrecy_records", Owner, s => s.Number);
            record.Property(s => s.Officer).HasColumnName("officer_id");
        });
        review.OwnsMany(r => r.Findings, finding =>
        {
            Numbered(finding, "review_findings", Owner, f => f.Number);
            finding.Property(f => f.Check).HasColumnName("check_id");
            finding.Property(f => f.Where).HasColumnName("place");
            finding.Property(f => f.Offset).HasColumnName("place_offset");
        });
        review.OwnsMany(r => r.Authors, author =>
        {
            author.ToTable("review_authors").WithOwner().HasForeignKey(Owner);
            author.Property(a => a.Officer).HasColumnName("officer_id");
            author.HasKey(Owner, nameof(ReviewAuthor.Officer));
        });
        review.Navigation(r => r.SecrecyRecords).HasField("_secrecy");
    }

    private const string Owner = "ReviewId";

    internal static void Stage<T>(OwnedNavigationBuilder<T, ReviewStage> stage, string table, string owner)
        where T : class
    {
        Numbered(stage, table, owner, s => s.Number);
        stage.Property(s => s.Name);
        stage.Property(s => s.Role);
        stage.Ignore(s => s.Gates).Property(s => s.GateWords).HasColumnName("gates");
    }

    private static void Numbered<TOwner, T>(OwnedNavigationBuilder<TOwner, T> part, string table, string owner, System.Linq.Expressions.Expression<Func<T, int>> number)
        where TOwner : class
        where T : class
    {
        part.ToTable(table).WithOwner().HasForeignKey(owner);
        part.HasKey(owner, "Number");
        part.Property(number).ValueGeneratedNever();
    }
}

internal sealed class CheckedWordTable : IEntityTypeConfiguration<CheckedWord>
{
    public void Configure(EntityTypeBuilder<CheckedWord> word)
    {
        word.ToTable("checked_words").HasKey(w => w.Id);
        word.Property(w => w.Wrong);
        word.Property(w => w.Version).IsConcurrencyToken().HasDefaultValue(1u).ValueGeneratedNever();
        word.Property(w => w.Body).HasColumnName("body_id");

        // Of a body each word once, and of the site: in an index what is null is never the same.
        word.HasIndex(w => new { w.Body, w.Wrong }).IsUnique();
        word.HasIndex(w => w.Wrong).IsUnique().HasFilter("body_id is null");
    }
}
