using System.Collections.Concurrent;
using Gongkai.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(Gongkai.Testing.Patterns.Ending))]

namespace Gongkai.Testing;

/// <summary>Worlds that were made once and are copied for each test: the data folder, and on PostgreSQL the database as a template.</summary>
internal static class Patterns
{
    private static readonly ConcurrentDictionary<(string, DatabaseProvider), Lazy<Task<Pattern>>> s_made = new();

    public static Task<Pattern> Of(string name, DatabaseProvider provider, Func<Task<World>> begin, Func<World, Task> make) =>
        s_made.GetOrAdd((name, provider), _ => new Lazy<Task<Pattern>>(() => Make(begin, make))).Value;

    public static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private static async Task<Pattern> Make(Func<Task<World>> begin, Func<World, Task> make)
    {
        var folder = TestFolder.New("gongkai-pattern-");
        string? database = null;
        await using (var world = await begin())
        {
            await make(world);
            if (await world.Db(db => Task.FromResult(db.IsPostgreSql)))
                database = await world.Db(db => Task.FromResult(db.Database.GetDbConnection().Database));
            else
                await world.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
            SqliteConnection.ClearAllPools();
            Copy(world.Folder.Path, folder);
        }

        // Nobody may be connected to what is copied.
        NpgsqlConnection.ClearAllPools();
        return new Pattern(folder, database);
    }

    /// <summary>Removes the folders when the last test has run; the databases go with their cluster.</summary>
    public sealed class Ending : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var made in s_made.Values.Where(one => one is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
                Directory.Delete((await made.Value).Folder, recursive: true);
        }
    }
}

/// <summary>What a world begins as.</summary>
internal sealed record Pattern(string Folder, string? Database);
