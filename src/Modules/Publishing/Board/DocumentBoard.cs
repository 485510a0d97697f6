using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>公开事项台的读取: the counts of all states and one page, newest first, as quick with a hundred thousand documents as with a hundred.</summary>
public sealed class DocumentBoard(GongkaiDb db)
{
    /// <summary>So few are found by their state and put in order here; more are soon met walking the index from the newest on.</summary>
    private const int Few = 2000;

    /// <summary>How many of each state, whatever stage the filter asks for.</summary>
    public async Task<IReadOnlyDictionary<DocumentState, int>> Count(DocumentFilter filter, CancellationToken cancel)
    {
        if (filter.Tallies(db) is { } tallies)
        {
            return (await tallies.GroupBy(tally => tally.State).Select(group => new { State = group.Key, Count = group.Sum(tally => tally.Documents) }).ToListAsync(cancel))
                .Where(row => row.Count > 0).ToDictionary(row => row.State, row => row.Count);
        }

        return await filter.StagesApart(db).GroupBy(document => document.State).Select(group => new { State = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.State, row => row.Count, cancel);
    }

    /// <summary>Ids of one page, newest first.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="total">How many there are in all, by <see cref="Count"/>.</param>
    /// <param name="skip">How many stand on earlier pages.</param>
    /// <param name="take">How many stand on one.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<IReadOnlyList<DocumentId>> Ids(DocumentFilter filter, int total, int skip, int take, CancellationToken cancel)
    {
        if (total <= skip)
            return [];
        if (total <= Few && (filter.Stage is not null || filter.State is not null))
            return [.. (await Found(filter, byState: true).ToListAsync(cancel)).OrderByDescending(id => id.Value).Skip(skip).Take(take)];

        // No further than the last there is: behind it the walk would go on to the end for nothing.
        return await Found(filter, byState: false).OrderByDescending(id => id).Skip(skip).Take(Math.Min(take, total - skip)).ToListAsync(cancel);
    }

    /// <summary>SQLite keeps no figures of what its columns hold and would rather sort a hundred thousand than walk fifty; PostgreSQL knows by itself.</summary>
    private IQueryable<DocumentId> Found(DocumentFilter filter, bool byState)
    {
        if (db.IsPostgreSql || !filter.IsTallied || filter.Body is not { } body)
            return filter.In(db).Select(document => document.Id);
        var own = byState
            ? db.Documents.FromSql($"select * from documents indexed by ix_documents_body_id_state_published_on where body_id = {body.Value}")
            : db.Documents.FromSql($"select * from documents indexed by ix_documents_board where body_id = {body.Value}");
        return filter.In(db, own.AsNoTracking()).Select(document => document.Id);
    }

    /// <summary>The lines of one page.</summary>
    public async Task<IReadOnlyList<DocumentRow>> Page(DocumentFilter filter, int total, int skip, int take, CancellationToken cancel)
    {
        var ids = await Ids(filter, total, skip, take, cancel);
        if (ids.Count == 0)
            return [];
        var rows = await db.Documents.AsNoTracking().Where(document => ids.Contains(document.Id))
            .Select(document => new DocumentRow(
                document.Id,
                document.Body,
                document.Title,
                document.Kind,
                document.State,
                document.Attribute,
                document.IndexNumber,
                document.PublishedOn,
                document.ScheduledAt,
                document.AssessAgainOn,
                document.Section,
                // Asked for one by one: together EF would number the steps of every document there is.
                document.History.OrderByDescending(taken => taken.Number).Select(taken => (DateTimeOffset?)taken.At).FirstOrDefault(),
                document.History.OrderByDescending(taken => taken.Number).Select(taken => taken.OfficerName).FirstOrDefault(),
                document.Version))
            .ToListAsync(cancel);
        return [.. rows.OrderByDescending(row => row.Id.Value)];
    }
}
