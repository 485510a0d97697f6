using System.Net;
using Microsoft.Data.Sqlite;

namespace Gongkai.Web.Tests.Pages;

/// <summary>/healthz on a bad day: says what is the matter and is well again when it is over.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("这不是数据库。")]
    public async Task A_database_that_is_gone_or_exchanged_is_named_and_heals(string? instead)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-health-").FullName;
        try
        {
            await using var site = Site.With(("Gongkai:DataDirectory", folder));
            using var visitor = site.Visitor();
            var (well, _) = await Ask(visitor);
            var database = Path.Combine(folder, "gongkai.db");
            await Checkpoint(database);
            File.Move(database, $"{database}.aside");
            if (instead is not null)
                await File.WriteAllTextAsync(database, string.Concat(Enumerable.Repeat(instead, 1000)), TestContext.Current.CancellationToken);

            var (ill, sentence) = await Ask(visitor);
            SqliteConnection.ClearAllPools();
            foreach (var left in (string[])[database, $"{database}-wal", $"{database}-shm"])
                File.Delete(left);
            File.Move($"{database}.aside", database);
            var (again, _) = await Ask(visitor);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (well, ill, again));
            Assert.StartsWith("Unhealthy\n数据库文件", sentence, StringComparison.Ordinal);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(HttpStatusCode Code, string Text)> Ask(HttpClient visitor)
    {
        using var answer = await visitor.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task Checkpoint(string database)
    {
        await using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        SqliteConnection.ClearAllPools();
    }
}
