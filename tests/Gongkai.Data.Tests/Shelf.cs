using Gongkai.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data.Tests;

/// <summary>A module of tests: a table with a column of every kind that conventions speak of.</summary>
internal static class Shelf
{
    /// <summary>A world whose tables are those of the model.</summary>
    public static async Task<World> World(DatabaseProvider provider, Action<IServiceCollection>? also = null, params (string, string)[] settings)
    {
        var world = await Gongkai.Testing.World.On(
            provider,
            (services, _) =>
            {
                services.AddTables<ShelfTables>();
                services.AddSingleton<ISealsEntries, NoSeal>();
                also?.Invoke(services);
            },
            settings);
        await world.Db(db => db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken));
        return world;
    }

    /// <summary>Saves with the entry that every save needs.</summary>
    public static Task<int> SaveRecorded(this GongkaiDb db)
    {
        db.Add(new Entry { Id = Guid.CreateVersion7() });
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private sealed class NoSeal : ISealsEntries
    {
        public Task Seal(GongkaiDb db, IReadOnlyList<IRecorded> entries, CancellationToken cancel) => Task.CompletedTask;

        public Task<IReadOnlyList<object>> Seal(GongkaiDb db, IReadOnlyList<RecordedRows> recorded, CancellationToken cancel) => Task.FromResult<IReadOnlyList<object>>([.. recorded.Select(one => (object)one.Entry)]);
    }

    private sealed class ShelfTables : ITables
    {
        public void Map(ModelBuilder model)
        {
            model.Entity<Entry>().ToTable("entries");
            model.Entity<Counter>().ToTable("counters").WithoutEntry(because: "counts visits");
            var box = model.Entity<Box>();
            box.ToTable("boxes").HasKey(b => b.Id);
            box.Property<uint>("Version").IsConcurrencyToken();
            box.OwnsMany(b => b.Labels, label =>
            {
                label.ToTable("box_labels").HasKey("BoxId", "Text");
                label.Property(l => l.Text).ValueGeneratedNever();
            });
        }
    }
}

internal sealed class Entry : IRecorded
{
    public required Guid Id { get; init; }
}

internal sealed class Counter
{
    public required Guid Id { get; init; }
    public int Visits { get; set; }
}

internal readonly record struct BoxId(Guid Value) : ITypedId;

internal enum BoxState
{
    JustPacked,
    OnTheWay,
}

internal sealed class Box(BoxId id)
{
    public BoxId Id { get; private init; } = id;
    public BoxId? Within { get; set; }
    public BoxState State { get; set; }
    public DateOnly PackedOn { get; set; }
    public DateTimeOffset SealedAt { get; set; }
    public decimal Price { get; set; }
    public FileHash? Picture { get; set; }
    public Sealed? Owner { get; set; }
    public List<Label> Labels { get; } = [];

    public static Box New() => new(new BoxId(Guid.CreateVersion7()));
}

internal sealed class Label
{
    public required string Text { get; set; }
}
