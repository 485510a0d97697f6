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
        var shortest = lines.Select(line => line.Limit.Counted.Days).Append(DayCount.Article26.Days).Min();
        var readable = Shown(body);
        return new HealthFacts(
            await db.ColumnsOf(body, cancel),
            lines,
            await Published(readable, isEnded: false, cancel),
            [.. await Slow(body, shortest, cancel), .. await SlowChanges(body, shortest, cancel)],
            await db.Guides.AsNoTracking().SingleOrDefaultAsync(guide => guide.Body == body, cancel),
            await db.Catalogues.AsNoTracking().SingleOrDefaultAsync(catalogue => catalogue.Body == body, cancel))
        {
            Waiting = [.. await Waiting(body, shortest, cancel), .. await WaitingChanges(body, shortest, cancel)],
            Undated = await Undated(body, cancel),
            Ended = await Published(readable.Where(one => one.Kind == DocumentKind.Rules || one.Kind == DocumentKind.NormativeDocument).Where(ShelfRules.HasEnded(clock.Today())), isEnded: true, cancel),
            Sections = await db.Sections.Where(section => section.Body == body && section.ClosedOn == null).Select(section => section.Id).ToHashSetAsync(cancel),
            LastPublishedOn = await readable.MaxAsync(one => one.PublishedOn, cancel),
        };
    }

    /// <summary>What is public, by what columns and lines ask; a revision makes a document new again.</summary>
    private static async Task<IReadOnlyList<PublishedGroup>> Published(IQueryable<Document> shown, bool isEnded, CancellationToken cancel)
    {
        var groups = await (from one in shown
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section, one.Column } into alike
                            select new { alike.Key, Count = alike.Count(), Newest = alike.Max(one => one.UpdatedOn) }).ToListAsync(cancel);
        return [.. groups.Select(row => new PublishedGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section) { Column = row.Key.Column, IsEnded = isEnded }, row.Count, row.Newest!.Value))];
    }

    /// <summary>No limit of n days, worked or not, ends before the n-th day: what was published by then is in time and stays in the database.</summary>
    private async Task<IReadOnlyList<PublicationGroup>> Slow(BodyId body, int shortest, CancellationToken cancel)
    {
        var since = Thresholds.Of("late_window").FirstDay(clock.Today());
        var groups = await (from one in Shown(body)
                            where one.PublishedOn >= since && one.CreatedOn != null && one.PublishedOn > one.CreatedOn.Value.AddDays(shortest)
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section, one.Column, one.CreatedOn, one.PublishedOn } into alike
                            select new { alike.Key, Count = alike.Count() }).ToListAsync(cancel);
        return [.. groups.Select(row => new PublicationGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section) { Column = row.Key.Column }, row.Key.CreatedOn!.Value, row.Key.PublishedOn!.Value, row.Count))];
    }

    /// <summary>已形成未公开: what is to be public and still on its way, by the day it came into being.</summary>
    private async Task<IReadOnlyList<WaitingGroup>> Waiting(BodyId body, int shortest, CancellationToken cancel)
    {
        DocumentState[] onTheWay = [DocumentState.Draft, DocumentState.InReview, DocumentState.Approved, DocumentState.Scheduled];
        var before = clock.Today().AddDays(-shortest);
        var groups = await (from one in db.Documents.AsNoTracking()
                            where one.Body == body && one.Attribute == DisclosureAttribute.Proactive && onTheWay.Contains(one.State) && one.PublishedOn == null && one.CreatedOn < before
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section, one.Column, one.CreatedOn } into alike
                            select new { alike.Key, Count = alike.Count() }).ToListAsync(cancel);
        return [.. groups.Select(row => new WaitingGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section) { Column = row.Key.Column }, row.Key.CreatedOn!.Value, row.Count))];
    }

    /// <summary>The same of changes: from the day a revision was begun to the day it was published.</summary>
    private async Task<IReadOnlyList<PublicationGroup>> SlowChanges(BodyId body, int shortest, CancellationToken cancel)
    {
        DocumentState[] settled = [DocumentState.Public, DocumentState.Archived];
        var since = Thresholds.Of("late_window").FirstDay(clock.Today());
        var groups = await (from one in Shown(body)
                            where settled.Contains(one.State) && one.UpdatedOn >= since && one.ChangedOn != null && one.UpdatedOn > one.ChangedOn.Value.AddDays(shortest)
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section, one.Column, one.ChangedOn, one.UpdatedOn } into alike
                            select new { alike.Key, Count = alike.Count() }).ToListAsync(cancel);
        return [.. groups.Select(row => new PublicationGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section) { Column = row.Key.Column }, row.Key.ChangedOn!.Value, row.Key.UpdatedOn!.Value, row.Count) { IsChange = true })];
    }

    /// <summary>已变更未公开: a revision that was begun and is not published.</summary>
    private async Task<IReadOnlyList<WaitingGroup>> WaitingChanges(BodyId body, int shortest, CancellationToken cancel)
    {
        DocumentState[] onTheWay = [DocumentState.Revising, DocumentState.RevisionInReview, DocumentState.RevisionApproved, DocumentState.RevisionScheduled];
        var before = clock.Today().AddDays(-shortest);
        var groups = await (from one in db.Documents.AsNoTracking()
                            where one.Body == body && onTheWay.Contains(one.State) && one.ChangedOn < before
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section, one.Column, one.ChangedOn } into alike
                            select new { alike.Key, Count = alike.Count() }).ToListAsync(cancel);
        return [.. groups.Select(row => new WaitingGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section) { Column = row.Key.Column }, row.Key.ChangedOn!.Value, row.Count) { IsChange = true })];
    }

    /// <summary>没有生成日期: what is public, or past its draft, and has no day to count a limit from.</summary>
    private async Task<IReadOnlyList<UndatedGroup>> Undated(BodyId body, CancellationToken cancel)
    {
        DocumentState[] asked = [.. DocumentStates.Readable, DocumentState.InReview, DocumentState.Approved, DocumentState.Scheduled];
        var groups = await (from one in db.Documents.AsNoTracking()
                            where one.Body == body && one.Attribute == DisclosureAttribute.Proactive && one.CreatedOn == null && asked.Contains(one.State)
                            group one by new { one.Kind, one.Article20Item, one.Topic, one.Section, one.Column } into alike
                            select new { alike.Key, Count = alike.Count() }).ToListAsync(cancel);
        return [.. groups.Select(row => new UndatedGroup(new DocumentFacets(row.Key.Kind, row.Key.Article20Item, row.Key.Topic, row.Key.Section) { Column = row.Key.Column }, row.Count))];
    }

    private IQueryable<Document> Shown(BodyId body) => db.Documents.AsNoTracking().Readable.Where(document => document.Body == body);
}
