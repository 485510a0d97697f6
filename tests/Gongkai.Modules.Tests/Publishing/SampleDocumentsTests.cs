using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>示例事项: as many as the sample reports name, in every state of life.</summary>
public abstract class SampleDocumentsTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_as_many_as_the_reports_name_and_in_every_state_of_life()
    {
        await using var world = await Yunze.World(provider, withDocuments: true);
        var documents = await world.Db(db => db.Documents.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));

        // What each report says of its year: published, normative documents made, published and public in all.
        foreach (var (key, year, published, normative) in ((string, int, int, int)[])[("gxj", 2020, 545, 2), ("kjj", 2020, 171, 6), ("yunxi-swj", 2020, 35, 0), ("yunyang-gxj", 2022, 91, 0)])
        {
            var body = await world.Body(key);
            var own = documents.FindAll(document => document.Body == body);
            Assert.Equal(published, own.Count(document => document.PublishedOn?.Year == year));
            Assert.Equal(new TrialCounts(normative, normative, normative), NormativeRegister.Trial2019(own.Select(RegisterEntry.Of).OfType<RegisterEntry>(), DocumentKind.NormativeDocument, new DateOnly(year, 12, 31)));
        }

        Assert.Equal(Enum.GetValues<DocumentState>().Order(), documents.Select(document => document.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<DisclosureAttribute>().ToHashSet(), documents.Select(document => document.Attribute).ToHashSet());
        Assert.Superset(new HashSet<Validity?> { Validity.InForce, Validity.Repealed, Validity.Expired }, documents.Select(document => Validities.On(document, world.Clock.Today())).ToHashSet());
        Assert.Contains(documents, document => PublicRecord.TombstoneOf(document) is not null);
        Assert.Contains(documents, document => PublicRecord.Of(document).Any(change => change.What == "修订"));
        Assert.Contains(documents, document => document.History.Any(taken => taken.Step == Procedure.ReturnToAuthor.Id));
        Assert.Contains(documents, document => document.Explains is { } policy && documents.Exists(other => other.Id == policy && other.PublishedOn == document.PublishedOn!.Value.AddDays(-1)));
        Assert.Contains(documents, document => document.Working.Attachments.Count > 0);
        Assert.All(documents.Where(document => document.Form == InterpretationForm.Ebook), document => Assert.True(Assert.Single(document.Working.Attachments).IsBook));
        Assert.Contains(documents, document => document is { Form: InterpretationForm.Ebook, PublishedOn: not null });
        Assert.Equal(documents.Count, documents.DistinctBy(document => (document.Body, document.Title, document.Kind)).Count());
    }

    [Fact]
    public async Task Wait_at_every_stage_and_rest_on_reviews_that_prove_them()
    {
        await using var world = await Yunze.World(provider, withDocuments: true);
        var reviews = await world.Db(db => db.Reviews.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));
        var published = await world.Db(db => db.Documents.Readable.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));

        Assert.Superset(StandardChains.For("normative_document").Stages.Select(stage => (Gongkai.Bodies.Role?)stage.Role).ToHashSet(), reviews.Select(review => review.WaitsFor).ToHashSet());
        Assert.All(published, document => Assert.Contains(reviews, review => review.State == ReviewState.Completed && review.Proof().Digest == document.DigestOf(document.Shown!)));
        Assert.True((await world.In(services => services.GetRequiredService<LedgerVerifier>().Run(null, Cancel))).Holds);
    }

    [Fact]
    public async Task Are_clean_of_everything_the_checks_would_stop()
    {
        await using var world = await Yunze.World(provider, withDocuments: true);

        var found = await world.In(async services =>
        {
            var check = await services.GetRequiredService<PreChecker>().Ready(Cancel);
            var versions = await services.GetRequiredService<GongkaiDb>().Documents.AsNoTracking().SelectMany(document => document.Versions).Select(version => new { version.Title, version.Text }).ToListAsync(Cancel);
            return versions.SelectMany(version => check.Run(new InspectedItem(version.Title, version.Text))).Where(finding => finding.Severity != FindingSeverity.Hint).ToList();
        });

        Assert.Empty(found);
    }

    [Fact]
    public async Task Are_the_same_every_time()
    {
        await using var one = await Yunze.World(provider, withDocuments: true);
        await using var other = await Yunze.World(provider, withDocuments: true);
        Task<List<string>> Of(World world) => world.Db(db => db.Documents.OrderBy(document => document.Id).Select(document => document.Title).ToListAsync(Cancel));

        Assert.Equal(await Of(one), await Of(other));
    }
}

public sealed class SampleDocumentsOnSqliteTests() : SampleDocumentsTests(DatabaseProvider.Sqlite);

public sealed class SampleDocumentsOnPostgreSqlTests() : SampleDocumentsTests(DatabaseProvider.PostgreSql);
