using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data.Tests;

/// <summary>How things are stored, on both databases.</summary>
public abstract class ConventionsTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_comes_back_as_it_went_in()
    {
        await using var world = await Shelf.World(provider);
        var box = Box.New();
        box.Within = new BoxId(Guid.CreateVersion7());
        box.State = BoxState.OnTheWay;
        box.PackedOn = new(2026, 2, 28);
        box.SealedAt = new DateTimeOffset(2026, 2, 28, 23, 30, 0, TimeSpan.FromHours(8)).AddTicks(1234567);
        box.Price = 1234.56m;
        box.Picture = new FileHash(new string('a', 64));
        box.Labels.Add(new Label { Text = "易碎" });
        await world.Db(db =>
        {
            db.Add(box);
            return db.SaveRecorded();
        });

        var found = await world.Db(db => db.Set<Box>().SingleAsync(b => b.Id == box.Id && b.State == BoxState.OnTheWay && b.Picture == box.Picture, Cancel));

        Assert.Equal((box.Within, box.PackedOn, box.Price, box.Picture, "易碎"), (found.Within, found.PackedOn, found.Price, found.Picture, found.Labels.Single().Text));
        Assert.Equal((box.SealedAt.ToMicroseconds(), TimeSpan.Zero), (found.SealedAt, found.SealedAt.Offset));
    }

    [Fact]
    public async Task Ids_are_guids_states_are_words_and_columns_are_in_snake_case()
    {
        await using var world = await Shelf.World(provider);
        var box = Box.New();
        box.State = BoxState.OnTheWay;
        await world.Db(db =>
        {
            db.Add(box);
            return db.SaveRecorded();
        });

        var stored = await world.Db(db => db.Database.SqlQueryRaw<string>("select lower(cast(id as text)) || ' ' || state as \"Value\" from boxes where packed_on is not null and sealed_at is not null").SingleAsync(Cancel));

        Assert.Equal($"{box.Id.Value} on_the_way", stored);
    }

    [Fact]
    public async Task Instants_of_any_zone_are_put_into_the_order_of_time()
    {
        await using var world = await Shelf.World(provider);
        DateTimeOffset[] instants =
        [
            new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)),
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(5),
            new DateTimeOffset(2025, 12, 31, 19, 0, 0, TimeSpan.FromHours(-5)).AddMilliseconds(40),
            new(2026, 1, 1, 9, 0, 0, TimeSpan.FromHours(8)),
            new(2025, 12, 31, 23, 59, 59, TimeSpan.Zero),
        ];
        await world.Db(db =>
        {
            foreach (var instant in instants)
            {
                var box = Box.New();
                box.SealedAt = instant;
                db.Add(box);
            }

            return db.SaveRecorded();
        });

        var sorted = await world.Db(db => db.Set<Box>().OrderBy(b => b.SealedAt).Select(b => b.SealedAt).ToListAsync(Cancel));
        var later = await world.Db(db => db.Set<Box>().CountAsync(b => b.SealedAt > instants[0], Cancel));

        Assert.Equal(instants.Select(instant => instant.ToUniversalTime()).Order(), sorted);
        Assert.Equal(3, later);
    }

    [Fact]
    public async Task A_save_without_an_entry_throws_unless_the_table_is_of_the_machinery()
    {
        await using var world = await Shelf.World(provider);

        await world.Db(async db =>
        {
            db.Add(new Counter { Id = Guid.CreateVersion7() });
            Assert.Equal(1, await db.SaveChangesAsync(Cancel));
            var box = Box.New();
            db.Add(box);
            await Assert.ThrowsAsync<UnrecordedChangeException>(() => db.SaveChangesAsync(Cancel));
            await db.SaveRecorded();
            box.Labels.Add(new Label { Text = "只添一个标签" });
            await Assert.ThrowsAsync<UnrecordedChangeException>(() => db.SaveChangesAsync(Cancel));
            db.Remove(box);
            await Assert.ThrowsAsync<UnrecordedChangeException>(() => db.SaveChangesAsync(Cancel));
            Assert.Throws<NotSupportedException>(() => db.SaveChanges());
        });
    }

    [Fact]
    public async Task What_a_row_owns_moves_its_version_too()
    {
        await using var world = await Shelf.World(provider);
        var box = Box.New();
        await world.Db(db =>
        {
            db.Add(box);
            return db.SaveRecorded();
        });

        await world.Db(async mine =>
        {
            var found = await mine.Set<Box>().SingleAsync(Cancel);
            await world.Db(async theirs =>
            {
                (await theirs.Set<Box>().SingleAsync(Cancel)).Labels.Add(new Label { Text = "先到" });
                await theirs.SaveRecorded();
            });
            found.Labels.Add(new Label { Text = "后到" });
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveRecorded());
        });

        Assert.Equal(["先到"], await world.Db(db => db.Set<Box>().SelectMany(b => b.Labels).Select(l => l.Text).ToListAsync(Cancel)));
    }
}

public sealed class ConventionsOnSqliteTests() : ConventionsTests(DatabaseProvider.Sqlite);

public sealed class ConventionsOnPostgreSqlTests() : ConventionsTests(DatabaseProvider.PostgreSql);
