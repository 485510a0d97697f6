using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search;

/// <summary>词表的读取: read again when somebody has changed words or bodies, on whichever node.</summary>
internal sealed class Vocabularies
{
    private Kept? _last;

    public async Task<Vocabulary> Now(GongkaiDb db, CancellationToken cancel)
    {
        var bodies = await db.Bodies.CountAsync(cancel);
        var versions = await db.Bodies.SumAsync(body => (long)body.Version, cancel);
        var synonyms = await db.Synonyms.CountAsync(cancel);
        var changes = await db.Synonyms.SumAsync(synonym => (long)synonym.Version, cancel);
        var state = (bodies, versions, synonyms, changes);
        if (_last is { } last && last.State == state)
            return last.Vocabulary;
        var rows = await db.Synonyms.AsNoTracking().Where(synonym => synonym.IsActive).ToListAsync(cancel);
        var vocabulary = new Vocabulary(Vocabulary.Standard.Select(group => group.AsEnumerable()).Concat(rows.Select(row => row.Words)).Concat(await Names(db, cancel)));
        _last = new Kept(state, vocabulary);
        return vocabulary;
    }

    /// <summary>A body's names of all times, with those of whoever took over from it.</summary>
    private static async Task<IEnumerable<IEnumerable<string>>> Names(GongkaiDb db, CancellationToken cancel)
    {
        var all = await db.Bodies.AsNoTracking().Where(body => body.Kind != BodyKind.Operator).ToListAsync(cancel);
        var own = all.ToDictionary(body => body.Id, body => body.Events.SelectMany(happened => new[] { happened.Name, happened.ShortName }).OfType<string>().Distinct().ToList());
        foreach (var ended in all.Where(body => body.Successor is not null))
        {
            if (own.TryGetValue(ended.Successor!.Value, out var successor))
                successor.AddRange(own[ended.Id]);
        }

        return own.Values.Where(names => names.Distinct().Count() > 1);
    }

    private sealed record Kept((int, long, int, long) State, Vocabulary Vocabulary);
}
