using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>公开书架: lists of what everybody may read now; every public list, feed and site map is taken from it.</summary>
public sealed class PublicShelf(GongkaiDb db, TimeProvider clock)
{
    /// <summary>One page, the newest first.</summary>
    public async Task<ShelfPage> Page(ShelfQuestion asked, CancellationToken cancel)
    {
        var ofAllYears = In(asked with { Year = null });
        var years = await ofAllYears.GroupBy(document => document.PublishedOn!.Value.Year).Select(year => new { year.Key, Count = year.Count() }).ToListAsync(cancel);
        var total = asked.Year is { } one ? years.Where(year => year.Key == one).Sum(year => year.Count) : years.Sum(year => year.Count);
        var size = Math.Clamp(asked.Size, 1, ShelfQuestion.MostOnPage);
        var number = Math.Clamp(asked.Page, 1, Math.Max(1, (total + size - 1) / size));
        var items = total == 0 ? [] : await Newest(asked, (number - 1) * size, size, cancel);
        return new ShelfPage(items, total, number, size, [.. years.OrderByDescending(year => year.Key).Select(year => new YearCount(year.Key, year.Count))]);
    }

    /// <summary>The newest, without counting.</summary>
    public Task<IReadOnlyList<ShelfItem>> Newest(ShelfQuestion asked, int count, CancellationToken cancel) => Newest(asked, 0, count, cancel);

    /// <summary>What everybody may read now and was asked for.</summary>
    public IQueryable<Document> In(ShelfQuestion asked)
    {
        var found = db.Documents.AsNoTracking().Readable;
        if (asked.Bodies.Count == 1)
        {
            var body = asked.Bodies.First();
            found = found.Where(document => document.Body == body);
        }
        else if (asked.Bodies.Count > 1)
        {
            var bodies = asked.Bodies.ToList();
            found = found.Where(document => bodies.Contains(document.Body));
        }

        if (asked.Among?.ToList() is { } among)
            found = found.Where(document => among.Contains(document.Id));
        if (asked.Rules is { } rules)
            found = found.Where(ShelfRules.Of(rules, clock.Today()));
        if (asked.Kind is { } kind)
            found = found.Where(document => document.Kind == kind);
        if (asked.Topic is { Length: > 0 } topic)
            found = found.Where(ShelfRules.OfTopics([topic]));
        if (asked.Year is { } year)
        {
            var (first, last) = (new DateOnly(Math.Clamp(year, 1, 9999), 1, 1), new DateOnly(Math.Clamp(year, 1, 9999), 12, 31));
            found = found.Where(document => document.PublishedOn >= first && document.PublishedOn <= last);
        }

        if (asked.Until is { } until)
            found = found.Where(document => document.PublishedOn <= until);

        return asked.InForce is { } inForce ? ByForce(found, inForce) : found;
    }

    private async Task<IReadOnlyList<ShelfItem>> Newest(ShelfQuestion asked, int skip, int count, CancellationToken cancel)
    {
        var today = clock.Today();
        var (repeal, expire) = (Procedure.Repeal.Id, Procedure.Expire.Id);
        var rows = await In(asked).OrderByDescending(document => document.PublishedOn).ThenByDescending(document => document.Id).Skip(skip).Take(count)
            .Select(document => new
            {
                document.Id,
                document.Body,
                document.Title,
                document.Kind,
                document.Form,
                document.PublishedOn,
                document.UpdatedOn,
                Shown = document.Versions.Where(version => version.Number == document.ShownVersion).Select(version => new { version.DocumentNumber, version.Summary, version.Article20Item, version.Keywords, version.ExpiresOn, version.Amendments }).FirstOrDefault(),
                Repealed = document.History.Where(taken => taken.Step == repeal).Min(taken => taken.Effective ?? (DateOnly?)taken.On),
                Expired = document.History.Where(taken => taken.Step == expire).Min(taken => taken.Effective ?? (DateOnly?)taken.On),
            }).ToListAsync(cancel);
        return
        [
            .. from row in rows
               let ends = row.Expired is { } said && !(row.Shown?.ExpiresOn < said) ? said : row.Shown?.ExpiresOn?.AddDays(1)
               let validity = Validities.Of(row.Kind, row.Repealed, ends, Amendment.Of(row.Shown?.Amendments).Any(amendment => amendment.HoldsOn(today)), today)
               select new ShelfItem(row.Id, row.Body, row.Title, row.Kind, row.Form, row.PublishedOn!.Value, row.UpdatedOn ?? row.PublishedOn.Value, row.Shown?.DocumentNumber, row.Shown?.Summary, validity)
               {
                   Article20Item = row.Shown?.Article20Item,
                   Keywords = row.Shown?.Keywords,
               },
        ];
    }

    private IQueryable<Document> ByForce(IQueryable<Document> found, bool inForce)
    {
        found = found.Where(document => document.Kind == DocumentKind.Rules || document.Kind == DocumentKind.NormativeDocument);
        return found.Where(inForce ? ShelfRules.Not(ShelfRules.HasEnded(clock.Today())) : ShelfRules.HasEnded(clock.Today()));
    }
}
