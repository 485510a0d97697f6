using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Search;

public static class Tables
{
    extension(GongkaiDb db)
    {
        public DbSet<Synonym> Synonyms => db.Set<Synonym>();
        public DbSet<MissedQuery> MissedQueries => db.Set<MissedQuery>();
    }
}

internal sealed class SearchTables : ITables
{
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(SearchTables).Assembly);
}

internal sealed class SynonymTable : IEntityTypeConfiguration<Synonym>
{
    public void Configure(EntityTypeBuilder<Synonym> synonym)
    {
        synonym.ToTable("search_synonyms").HasKey(s => s.Id);
        synonym.Property(s => s.Lines).HasColumnName("words");
        synonym.Property(s => s.Version).IsConcurrencyToken();
        synonym.Ignore(s => s.Words);
    }
}

internal sealed class MissedQueryTable : IEntityTypeConfiguration<MissedQuery>
{
    public void Configure(EntityTypeBuilder<MissedQuery> missed)
    {
        missed.ToTable("search_misses").WithoutEntry("what visitors did not find is nobody's act").HasKey(m => m.Text);
        missed.HasIndex(m => m.LastAt);
    }
}
