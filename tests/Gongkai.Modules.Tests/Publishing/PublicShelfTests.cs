using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>公开书架: what lists and pages read fast is what each document itself says.</summary>
public abstract class PublicShelfTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_lists_and_counts_say_what_the_documents_say()
    {
        await using var world = await Yunze.World(provider, withDocuments: true);
        var today = world.Clock.Today();
        var all = await world.Db(db => db.Documents.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));

        foreach (var document in all)
        {
            var read = await world.In(services => services.GetRequiredService<PublicReader>().Read(document.Id, Cancel));
            if (document.PublishedOn is null)
            {
                Assert.Null(read);
                continue;
            }

            Assert.NotNull(read);
            Assert.Equal(Paper.Particulars(document, document.LastShown!, "机关", today), Paper.Particulars(read, read.LastShown, "机关", today));
            Assert.Equal(PublicRecord.Of(document), PublicRecord.Of(read));
            Assert.Equal(PublicRecord.TombstoneOf(document), read.Tombstone);
            Assert.Equal(Paper.MarkOf(document, today), Paper.MarkOf(read, today));
            Assert.Equal((document.LastShown!.Title, document.LastShown.Html, document.UpdatedOn), (read.LastShown.Title, read.LastShown.Html, read.UpdatedOn));
            Assert.Equal(document.LastShown.Attachments.Select(one => (one.Number, one.Name, one.Shown, one.Length)), read.LastShown.Attachments.Select(one => (one.Number, one.Name, one.Shown, one.Length)));
            Assert.Equal(all.Where(other => other.Explains == document.Id && other.State.IsReadable).Select(other => other.Id).Order(ById), read.Explanations.Select(other => other.Id).Order(ById));
            Assert.Equal(all.Find(other => other.Id == document.Explains && other.State.IsReadable)?.Title, read.Policy?.Title);
        }

        foreach (var asked in Questions(await world.Body("kjj")))
        {
            var expected = all.Where(document => document.State.IsReadable && Fits(document, asked, today)).ToList();
            var page = await world.In(services => services.GetRequiredService<PublicShelf>().Page(asked, Cancel));
            Assert.Equal(expected.Count, page.Total);
            var listed = await world.In(services => services.GetRequiredService<PublicShelf>().Newest(asked, all.Count, Cancel));
            Assert.Equal(expected.Select(document => document.Id).Order(ById), listed.Select(item => item.Id).Order(ById));
            Assert.Equal(listed.Select(item => item.PublishedOn).OrderDescending(), listed.Select(item => item.PublishedOn));
            Assert.All(listed, item => Assert.Equal(Validities.On(all.Find(document => document.Id == item.Id)!, today), item.Validity));
            Assert.Equal(page.Years.Sum(year => year.Count), all.Count(document => document.State.IsReadable && Fits(document, asked with { Year = null }, today)));
        }
    }

    [Fact]
    public async Task The_feed_of_changes_tells_what_the_public_saw_and_nothing_of_the_work_inside()
    {
        await using var world = await Yunze.World(provider);
        var start = await Changes(world, 0);

        var hidden = await world.Drafted();
        Assert.Empty((await Changes(world, start.Next)).Changes);
        var document = await world.Published(DocumentKind.Information);
        var published = await Changes(world, start.Next);
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "内容有误", publisher, null, Cancel));
        var withdrawn = await Changes(world, published.Next);

        Assert.Equal((document.Id, false), published.Changes.Select(change => (change.Id, change.IsWithdrawn)).Single());
        Assert.Equal((document.Id, true), withdrawn.Changes.Select(change => (change.Id, change.IsWithdrawn)).Single());
        Assert.DoesNotContain(hidden.Id, published.Changes.Select(change => change.Id));
        Assert.Equal(withdrawn.Next, (await Changes(world, withdrawn.Next)).Next);
    }

    private static Comparer<DocumentId> ById { get; } = Comparer<DocumentId>.Create((one, other) => one.Value.CompareTo(other.Value));

    private static IEnumerable<ShelfQuestion> Questions(BodyId body) =>
    [
        new(), new() { Bodies = [body] }, new() { Bodies = [body], InForce = true }, new() { Bodies = [body], InForce = false }, new() { Year = 2020 }, new() { Kind = DocumentKind.Interpretation },
        new() { Topic = "综合政务" }, new() { Rules = [DocumentRule.Nothing] }, new() { Rules = [] }, new() { Bodies = [body], Rules = StandardColumns.All.Takes },
        .. StandardColumns.All.Where(column => column.Takes.Count > 0).Select(column => new ShelfQuestion { Bodies = [body], Rules = column.Takes }),
    ];

    private static bool Fits(Document document, ShelfQuestion asked, DateOnly today) =>
        (asked.Bodies.Count == 0 || asked.Bodies.Contains(document.Body))
        && (asked.Rules is null || asked.Rules.Hold(new DocumentFacets(document.Kind, document.Article20Item, document.Topic, document.Section) { Column = document.Column, IsEnded = Validities.Ended(document) <= today }))
        && (asked.Kind is null || document.Kind == asked.Kind)
        && (asked.Topic is null || document.Topic?.StartsWith(asked.Topic, StringComparison.Ordinal) == true)
        && (asked.Year is null || document.PublishedOn!.Value.Year == asked.Year)
        && (asked.InForce is null || (Validities.On(document, today) is { } validity && validity is Validity.InForce or Validity.Amended == asked.InForce));

    private static Task<PublicChangePage> Changes(World world, long after) => world.In(services => services.GetRequiredService<PublicChanges>().After(after, 100, Cancel));
}

public sealed class PublicShelfOnSqliteTests() : PublicShelfTests(DatabaseProvider.Sqlite);

public sealed class PublicShelfOnPostgreSqlTests() : PublicShelfTests(DatabaseProvider.PostgreSql);
