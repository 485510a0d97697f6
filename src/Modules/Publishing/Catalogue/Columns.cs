using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>栏目的读取: those a body has changed in the place of the standard ones, and its own, each below the column it belongs to.</summary>
public static class Columns
{
    extension(GongkaiDb db)
    {
        /// <summary>The columns of a body in their order, hidden ones included.</summary>
        public async Task<IReadOnlyList<CatalogueColumn>> ColumnsOf(BodyId body, CancellationToken cancel) =>
            InOrder(await db.CatalogueColumns.AsNoTracking().Where(column => column.Body == body).ToListAsync(cancel));

        /// <summary>The columns of every body: of one that has changed none, the standard ones.</summary>
        public async Task<Func<BodyId, IReadOnlyList<CatalogueColumn>>> ColumnsOfAll(CancellationToken cancel)
        {
            var changed = (await db.CatalogueColumns.AsNoTracking().ToListAsync(cancel)).GroupBy(column => column.Body).ToDictionary(body => body.Key, body => InOrder([.. body]));
            return body => changed.GetValueOrDefault(body) ?? StandardColumns.All;
        }
    }

    internal static IReadOnlyList<CatalogueColumn> InOrder(IReadOnlyCollection<CatalogueColumn> changed)
    {
        var own = changed.ToDictionary(column => column.Key);
        List<CatalogueColumn> all = [.. StandardColumns.All.Select(standard => own.GetValueOrDefault(standard.Key) ?? standard), .. changed.Where(column => column.IsOwn).OrderBy(column => column.Rank).ThenBy(column => column.Key, StringComparer.Ordinal)];
        List<CatalogueColumn> ordered = [];
        Add(null);
        return ordered;

        void Add(string? parent)
        {
            var level = all.FindAll(column => column.Parent == parent);
            foreach (var moved in level.Where(column => column.After is not null).ToList())
            {
                var at = moved.After == parent ? 0 : level.FindIndex(column => column.Key == moved.After) + 1;
                if (moved.After == moved.Key || (at == 0 && moved.After != parent))
                    continue;
                var from = level.IndexOf(moved);
                level.RemoveAt(from);
                level.Insert(at > from ? at - 1 : at, moved);
            }

            foreach (var column in level)
            {
                ordered.Add(column);
                Add(column.Key);
            }
        }
    }
}
