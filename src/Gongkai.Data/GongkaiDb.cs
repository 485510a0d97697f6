using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data;

/// <summary>数据库: the one database. It knows no module; each maps its own <see cref="ITables"/>.</summary>
public sealed class GongkaiDb(DbContextOptions<GongkaiDb> options) : DbContext(options)
{
    private readonly IServiceProvider _application = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
        ?? throw new InvalidOperationException("GongkaiDb comes from AddGongkaiData: modules' tables are found among the application's services.");

    public bool IsPostgreSql => Database.IsNpgsql();

    internal RowShapes RowShapes => _application.GetRequiredService<RowShapes>();

    /// <summary>
    /// 保存: rows and the entries that account for them, in one transaction under one lock. A save that changes something
    /// and records nothing throws.
    /// </summary>
    /// <exception cref="UnrecordedChangeException">Something changes and no entry says who did it.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = Changes();
        if (changes.Count == 0)
            return 0;
        var entries = MustBeRecorded(changes);
        Versions.Advance(changes);

        // Inside somebody's transaction the lock is already theirs, and so is the commit.
        if (Database.CurrentTransaction is not null)
            return await Write(entries, changes, acceptAllChangesOnSuccess, cancellationToken);

        using var turn = await _application.GetRequiredService<WriteQueue>().Enter(this, cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        Database.AutoSavepointsEnabled = false;
        try
        {
            var saved = await Write(entries, changes, acceptAll: false, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (acceptAllChangesOnSuccess)
                ChangeTracker.AcceptAllChanges();
            Committed();
            return saved;
        }
        finally
        {
            Database.AutoSavepointsEnabled = true;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: the ledger's lock is waited for without blocking a thread.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GongkaiDb).Assembly);
        foreach (var tables in _application.GetServices<ITables>())
            tables.Map(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
        configurationBuilder.Conventions.Add(_ => new OwnIds());
    }

    private async Task<int> Write(List<IRecorded> entries, List<EntityEntry> changes, bool acceptAll, CancellationToken cancel)
    {
        await WriteLock.Take(this, cancel);
        await OutboxNumbers.Assign(this, cancel);
        if (entries.Count > 0)
            await _application.GetRequiredService<ISealsEntries>().Seal(this, entries, cancel);
        foreach (var tallies in _application.GetServices<IKeepsTallies>())
            await tallies.Saving(this, changes, cancel);
        return await base.SaveChangesAsync(acceptAll, cancel);
    }

    private List<EntityEntry> Changes() =>
        [.. ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private static List<IRecorded> MustBeRecorded(List<EntityEntry> changes)
    {
        var entries = changes.Where(change => change.State == EntityState.Added).Select(change => change.Entity).OfType<IRecorded>().ToList();
        if (entries.Count == 0 && changes.Find(change => change.Metadata.ReasonWithoutEntry() is null) is { } unrecorded)
            throw new UnrecordedChangeException(unrecorded.Metadata.ShortName());
        return entries;
    }

    /// <summary>Tells whoever waits for a commit; called by whoever commits.</summary>
    internal void Committed()
    {
        foreach (var listener in _application.GetServices<IAfterCommit>())
            listener.Committed();
    }
}
