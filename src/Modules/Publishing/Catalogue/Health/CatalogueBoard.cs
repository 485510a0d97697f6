using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>目录看板: the facts of a body, aggregated by the database, and the verdicts on them today.</summary>
public sealed class CatalogueBoard(GongkaiDb db, TimeProvider clock)
{
    public async Task<CatalogueHealth> Of(BodyId body, CancellationToken cancel) => CatalogueHealth.Of(await Facts(body, cancel), Calendars.Latest, clock.Today());

    internal async Task<HealthFacts> Facts(BodyId body, CancellationToken cancel)
    {
        var lines = await db.LinesOf(body).ToListAsync(cancel);
        return new HealthFacts(
            await db.ColumnsOf(body, cancel),
            lines,
            await Published(body, cancel),
            await Slow(body, lines.Select(line => line.Limit.Counted.Days).Append(DayCount.Article26.Days).Min(), cancel),
            await db.Guides.AsNoTracking().SingleOrDefaultAsync(guide => guide.Body == body, cancel),
            await db.Catalogues.AsNoTracking().SingleOrDefaultAsync(catalogue => catalogue.Body == body, cancel));
    }

    /// <summary>What is public, by what columns and lines ask; a revision makes a document new again.</summary>
    private async Task<IReadOnlyList<PublishedGroup>> Published(BodyId body, CancellationToken cancel)
    {
        var shown = Shown(body);
        var groups = await (from one in shown
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section } into alike
                            select new { alike.Key, Count = alike.Count(), Newest = alike.Max(one => one.PublishedOn) }).ToListAsync(cancel);
        var revised = await (from one in shown
                             where one.ShownVersion > 1
                             from taken in one.Document.History
                             where taken.Step == Procedure.Publish.Id
                             group taken by new { one.Kind, one.Article20Item, one.Topic, one.Section } into alike
                             select new { alike.Key, Newest = alike.Max(taken => taken.On) }).ToDictionaryAsync(row => row.Key, row => row.Newest, cancel);
        return
        [
            .. from row in groups
               let later = revised.GetValueOrDefault(row.Key)
               select new PublishedGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section), row.Count, later > row.Newest!.Value ? later : row.Newest.Value),
        ];
    }

    /// <summary>No limit of n days, worked or not, ends before the n-th day: what was published by then is in time and stays in the database.</summary>
    private async Task<IReadOnlyList<PublicationGroup>> Slow(BodyId body, int shortest, CancellationToken cancel)
    {
        var since = Thresholds.Of("late_window").FirstDay(clock.Today());
        var groups = await (from one in Shown(body)
                            where one.PublishedOn >= since && one.CreatedOn != null && one.PublishedOn > one.CreatedOn.Value.AddDays(shortest)
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section, one.CreatedOn, one.PublishedOn } into alike
                            select new { alike.Key, Count = alike.Count() }).ToListAsync(cancel);
        return [.. groups.Select(row => new PublicationGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section), row.Key.CreatedOn!.Value, row.Key.PublishedOn!.Value, row.Count))];
    }

    private IQueryable<ShownDocument> Shown(BodyId body) =>
        from document in db.Documents.AsNoTracking().Readable
        where document.Body == body
        from version in document.Versions
        where version.Number == document.ShownVersion
        select new ShownDocument { Document = document, Kind = document.Kind, Section = document.Section, PublishedOn = document.PublishedOn, ShownVersion = document.ShownVersion, Article20Item = version.Article20Item, Topic = version.Topic, CreatedOn = version.CreatedOn };

    private sealed class ShownDocument
    {
        public required Document Document { get; init; }
        public DocumentKind Kind { get; init; }
        public SectionId? Section { get; init; }
        public DateOnly? PublishedOn { get; init; }
        public int? ShownVersion { get; init; }
        public string? Article20Item { get; init; }
        public string? Topic { get; init; }
        public DateOnly? CreatedOn { get; init; }
    }
}
