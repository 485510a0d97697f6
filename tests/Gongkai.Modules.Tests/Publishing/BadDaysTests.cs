using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>坏日子: a disk that is full, a database that is locked, gone or exchanged: said in a sentence, nothing half done, and over when it is over.</summary>
public sealed class BadDaysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_database_takes_nothing_half_and_heals()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        var file = Moving.File(Enumerable.Range(1, 600).Select(i => Moving.Line(i)));

        // The limit is one of a connection; the import runs on this one.
        var trouble = await world.In(async services =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            await db.Database.OpenConnectionAsync(Cancel);
            var pages = await db.Database.SqlQueryRaw<long>("select page_count as Value from pragma_page_count").SingleAsync(Cancel);
            // A pragma takes no parameters; the figure is the database's own.
            var limit = "PRAGMA max_page_count=" + (pages + 500).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await db.Database.ExecuteSqlRawAsync(limit, Cancel);
            var officer = await world.Officer(Desk.Bureau, Role.OfficeHead);
            var thrown = await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<MoveDocuments>().Run(
                new Migration(officer.Body, Moving.Owner, officer, "old.jsonl"), new MemoryStream(file), new ImportReport(TextWriter.Null), null, Cancel));
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count=1073741823", Cancel);
            await db.Database.CloseConnectionAsync();
            return thrown;
        });
        var before = await world.ReadableCount();
        var (tally, _) = await world.MoveIn(file);

        Assert.StartsWith("磁盘已满", StorageTrouble.SentenceFor(trouble), StringComparison.Ordinal);
        Assert.Equal(0, before % 200);
        Assert.Equal((600 - before, before), (tally.Published, tally.AlreadyThere));
        Assert.True((await world.In(services => services.GetRequiredService<LedgerVerifier>().Run(null, Cancel))).Holds);
    }

    [Fact]
    public async Task A_full_disk_keeps_no_half_file_and_no_draft_of_it()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        var (document, clerk) = (await world.Drafted(), await world.Officer(Desk.Bureau, Role.CaseOfficer));

        var trouble = await Assert.ThrowsAnyAsync<IOException>(() => world.Do<AttachFile>(attach => attach.Run(document.Id, "名单.txt", new FullDisk(), clerk, null, Cancel)));
        await world.Do<AttachFile>(attach => attach.Run(document.Id, "名单.txt", new MemoryStream([1, 2, 3]), clerk, null, Cancel));

        Assert.StartsWith("磁盘已满", StorageTrouble.SentenceFor(trouble), StringComparison.Ordinal);
        Assert.Single((await world.Document(document.Id)).Working.Attachments);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(world.Folder.Path, "files", "incoming")));
    }

    [Fact]
    public async Task A_locked_database_is_said_to_be_locked_and_heals()
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite, ("Gongkai:Database:ConnectionString", ""));
        await using var other = new SqliteConnection($"Data Source={world.Folder.Database};Pooling=False");
        await other.OpenAsync(Cancel);
        await using var hold = other.CreateCommand();
        hold.CommandText = "begin immediate";
        await hold.ExecuteNonQueryAsync(Cancel);

        var trouble = await Assert.ThrowsAnyAsync<Exception>(() => world.In(async services =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            await db.Database.OpenConnectionAsync(Cancel);
            await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=50", Cancel);
            ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout = 1;
            var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
            await services.GetRequiredService<DraftDocument>().Run(new NewDocument(clerk.Body, DocumentKind.Information), AttributeDecision.Proactive, Desk.Content(), clerk, Cancel);
        }));
        hold.CommandText = "rollback";
        await hold.ExecuteNonQueryAsync(Cancel);

        Assert.StartsWith("数据库正被其他程序占用", StorageTrouble.SentenceFor(trouble), StringComparison.Ordinal);
        Assert.NotNull(await world.Drafted());
    }

    [Theory]
    [InlineData(null, "数据库文件")]
    [InlineData("这不是数据库，是一段文字，长得足够让人看出来不是，再长一些，直到一页以上。", "数据库文件已损坏")]
    public async Task A_database_file_that_is_gone_or_exchanged_is_said_to_be_and_comes_back(string? instead, string sentence)
    {
        await using var world = await Yunze.World(DatabaseProvider.Sqlite);
        await world.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel));
        SqliteConnection.ClearAllPools();
        var aside = Path.Combine(world.Folder.Path, "aside");
        File.Move(world.Folder.Database, aside);
        if (instead is not null)
            await File.WriteAllTextAsync(world.Folder.Database, string.Concat(Enumerable.Repeat(instead, 100)), Cancel);

        var trouble = await Assert.ThrowsAnyAsync<Exception>(() => world.Drafted());
        SqliteConnection.ClearAllPools();
        foreach (var left in Directory.EnumerateFiles(world.Folder.Path, "gongkai.db*"))
            File.Delete(left);
        File.Move(aside, world.Folder.Database);

        Assert.StartsWith(sentence, StorageTrouble.SentenceFor(trouble), StringComparison.Ordinal);
        Assert.NotNull(await world.Drafted());
        Assert.True((await world.In(services => services.GetRequiredService<LedgerVerifier>().Run(null, Cancel))).Holds);
    }

    /// <summary>Gives a little and then says what the system says when nothing more fits.</summary>
    private sealed class FullDisk : MemoryStream
    {
        private bool _given;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_given)
                throw new IOException("No space left on device", 28);
            _given = true;
            return ValueTask.FromResult(100);
        }
    }
}
