using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>规章、规范性文件台账的读取.</summary>
public abstract class RegisterReaderTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_register_reads_what_was_issued_and_nothing_that_was_not_signed()
    {
        await using var world = await Yunze.World(provider);
        await world.Drafted();
        await world.Submitted((await world.Drafted()).Id);
        var approved = await world.Approved();
        var (shown, withdrawn, incomplete) = (await world.Published(), await world.Published(), await MovedUndated(world));
        var content = Desk.Content();
        content.Amendments = "2026-03-01 云科发〔2026〕9号";
        var amended = await world.Published(content: content);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(withdrawn.Id, "附表有误", publisher, null, Cancel));

        var entries = await world.Do<RegisterReader, IReadOnlyList<RegisterEntry>>(reader => reader.Of(approved.Body, Cancel));
        var whole = await world.Db(db => db.Documents.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));

        Assert.Equal(new HashSet<DocumentId>([approved.Id, shown.Id, withdrawn.Id, incomplete.Id, amended.Id]), entries.Select(entry => entry.Id).ToHashSet());
        Assert.Equal(incomplete.Id, Assert.Single(entries, entry => entry.IsIncompleteOn(world.Clock.Today())).Id);
        Assert.Equal(withdrawn.Id, Assert.Single(entries, entry => entry.IsWithdrawnOn(world.Clock.Today())).Id);

        // Neither form asks for amendments: what was amended is issued once and is in force.
        Assert.Equal((4, 5), (NormativeRegister.Form2021(entries, DocumentKind.NormativeDocument, world.Clock.Today()) is var counts ? (counts.IssuedThisYear, counts.InForce) : default));

        // The reader opens no text and says the same as the documents.
        Assert.Equal(whole.Select(RegisterEntry.Of).OfType<RegisterEntry>().OrderBy(entry => entry.Id.Value), entries.OrderBy(entry => entry.Id.Value));
    }

    private static async Task<Document> MovedUndated(World world)
    {
        await world.MoveIn(Moving.File(Moving.Line(1).With("column", "规范性文件").With("created_on", null)));
        return await world.Moved(1);
    }
}

public sealed class RegisterReaderOnSqliteTests() : RegisterReaderTests(DatabaseProvider.Sqlite);

public sealed class RegisterReaderOnPostgreSqlTests() : RegisterReaderTests(DatabaseProvider.PostgreSql);
