using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Modules.Tests.Ledgers;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>A process killed at any moment of import or publication leaves nothing half done, and the next one goes on. GONGKAI_KILLS sets how many kills a long run takes of each.</summary>
public sealed class KilledWorkTests
{
    private const int Lines = 12_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 25)]
    [InlineData(DatabaseProvider.PostgreSql, 3)]
    public async Task An_import_goes_on_where_it_was_killed(DatabaseProvider provider, int usual)
    {
        await using var world = await Yunze.World(provider, World.OnDisk);
        var folder = Directory.CreateDirectory(Path.Combine(world.Folder.Path, "old")).FullName;
        foreach (var i in Enumerable.Range(0, 50))
            await File.WriteAllTextAsync(Path.Combine(folder, $"{i}.txt"), $"第{i}份附件", Cancel);
        var file = Path.Combine(folder, "old.jsonl");
        await File.WriteAllBytesAsync(file, Moving.File(Enumerable.Range(1, Lines).Select(i => i % 40 == 0 ? Moving.Line(i).With("attachments", new[] { $"{i % 50}.txt" }) : Moving.Line(i))), Cancel);
        var random = new Random(20260302);

        for (var kills = 0; kills < Kills(usual); kills++)
            await Killing.After(world, TimeSpan.FromMilliseconds(random.Next(400)), "import-until-killed", file);
        var before = await world.Db(db => db.Documents.CountAsync(Cancel));
        await Whole(world);
        var (tally, _) = await world.MoveIn(await File.ReadAllBytesAsync(file, Cancel), folder: folder);

        Assert.Equal(new ImportTally(Lines, Lines - before, 0, 0, before, 0), tally);
        Assert.Equal(Lines, await world.ReadableCount());
        await Whole(world);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 25)]
    [InlineData(DatabaseProvider.PostgreSql, 5)]
    public async Task A_publication_is_whole_or_not_at_all(DatabaseProvider provider, int usual)
    {
        await using var world = await Yunze.World(provider, World.OnDisk);
        await Approve(world, 3000);
        var (random, said) = (new Random(20260302), new HashSet<Guid>());

        for (var kills = 0; kills < Kills(usual); kills += 5)
        {
            var lines = await Task.WhenAll(Enumerable.Range(0, 5).Select(part => Killing.After(world, TimeSpan.FromMilliseconds(random.Next(150)), "publish-until-killed", part.ToString(CultureInfo.InvariantCulture))));
            said.UnionWith(lines.SelectMany(some => some).Where(line => Guid.TryParseExact(line, "D", out _)).Select(Guid.Parse));
        }

        var published = await world.Db(db => db.Documents.Readable.Select(document => document.Id.Value).ToListAsync(Cancel));
        var entries = await world.Db(db => db.LedgerEntries.Where(entry => entry.Act == "documents.publish").Select(entry => entry.Key).ToListAsync(Cancel));
        Assert.True(said.Count >= Kills(usual), $"only {said.Count} were published");
        Assert.Subset(published.ToHashSet(), said);
        Assert.Equal(published.Select(id => $"{id}").Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
        await Whole(world);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 6)]
    [InlineData(DatabaseProvider.PostgreSql, 2)]
    public async Task A_second_look_goes_on_where_it_was_killed(DatabaseProvider provider, int usual)
    {
        const int Few = 600;
        await using var world = await Yunze.World(provider, World.OnDisk, ("Gongkai:Checks:RescanPause", "0"));
        await world.MoveIn(Moving.File(Enumerable.Range(1, Few).Select(i => Moving.Line(i))));
        var (random, seen) = (new Random(20260302), new List<int>());

        for (var kills = 0; kills < Kills(usual); kills++)
        {
            await Killing.After(world, TimeSpan.FromMilliseconds(random.Next(300)), "rescan-until-killed");
            seen.Add(await world.Db(db => db.DocumentScans.CountAsync(Cancel)));
        }

        Assert.Equal(seen.Order(), seen);
        Assert.Equal(Few - seen[^1], await world.Services.GetRequiredService<RescanPublic>().Run(Cancel));
        Assert.Equal(new ScanProgress(Few, 0, 0), await world.Services.GetRequiredService<RescanPublic>().Progress(Cancel));
        await Whole(world);
    }

    /// <summary>Every document has its history, its version and its review or is not there; every file a row names is whole; the chain holds.</summary>
    private static async Task Whole(World world)
    {
        var documents = await world.Db(db => db.Documents.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));
        var reviews = await world.Db(db => db.Reviews.AsNoTracking().AsSplitQuery().ToDictionaryAsync(review => review.SubjectKey, Cancel));
        var files = world.Services.GetRequiredService<IFileStore>();
        foreach (var document in documents)
        {
            Assert.Equal(Procedure.StateAfter(document.History), document.State);
            Assert.Equal(document.State.IsReadable, document.IndexNumber is not null);
            if (document.State.IsReadable)
                Assert.Equal(reviews[$"{document.Id.Value}"].Proof().Digest, document.DigestOf(document.Shown!));
        }

        Assert.Equal(documents.Count(document => document.State.IsReadable), documents.Select(document => document.IndexNumber).OfType<string>().Distinct().Count());
        foreach (var hash in documents.SelectMany(document => document.Versions).SelectMany(version => version.Attachments).Select(attachment => attachment.Shown).Distinct())
            Assert.True(await files.IsIntact(hash, Cancel));
        Assert.True((await world.In(services => services.GetRequiredService<LedgerVerifier>().Run(null, Cancel))).Holds);
        Assert.Equal(documents.Count, await world.Db(db => db.LedgerEntries.Where(entry => entry.Act == "documents.move_in" || entry.Act == "documents.draft").Select(entry => entry.Key).Distinct().CountAsync(Cancel)));
    }

    /// <summary>Approved documents, as the desk would leave them, in bulk.</summary>
    private static async Task Approve(World world, int count)
    {
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var signatories = await Signatories(world);
        await world.In(async services =>
        {
            var (ledger, clock) = (services.GetRequiredService<Ledger>(), services.GetRequiredService<TimeProvider>());
            List<Recorded> made = [];
            for (var i = 0; i < count; i++)
            {
                var now = clock.GetUtcNow();
                var document = Document.Draft(new DocumentId(clock.NewGuid()), new NewDocument(clerk.Body, DocumentKind.Information), AttributeDecision.Proactive, CleanContent.Of(Desk.Content($"第{i}号通知")), clerk, now);
                var review = Review.Start(new ReviewId(clock.NewGuid()), new Submission(Document.RecordKind, $"{document.Id.Value}", 1, document.Submit(changes: null, clerk, now), true, clerk.Body, null, clerk, [clerk.Id], []), StandardChains.For("information"), now);
                while (review.Stage is { } stage)
                    _ = stage.IsSecrecy ? review.SignSecrecy(signatories[stage.Role], SecrecyConclusion.MayBePublished, "不涉密", null, [], null, now) : review.Sign(signatories[stage.Role], Verdict.Approve, stage.Gates, "同意", [], null, now);
                document.PassReview(review.Proof(), clerk, now);
                made.Add(new Recorded(ledger.Entry(Act.DraftDocument, clerk, document), [review, document]));
            }

            await services.GetRequiredService<BulkInsert>().Run(() => Task.FromResult<IReadOnlyList<Recorded>>(made), null, Cancel);
        });
    }

    private static async Task<Dictionary<Role, Signatory>> Signatories(World world)
    {
        Dictionary<Role, Signatory> all = [];
        foreach (var role in StandardChains.For("information").Stages.Select(stage => stage.Role))
            all[role] = new Signatory(await world.Officer(Desk.Bureau, role), null);
        return all;
    }

    private static int Kills(int usual) => int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : usual;
}
