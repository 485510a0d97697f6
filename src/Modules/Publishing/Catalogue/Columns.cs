using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>栏目的读取: those a body has changed, in the place of the standard ones.</summary>
public static class Columns
{
    extension(GongkaiDb db)
    {
        /// <summary>The columns of a body in their order, hidden ones included.</summary>
        public async Task<IReadOnlyList<CatalogueColumn>> ColumnsOf(BodyId body, CancellationToken cancel)
        {
            var own = await db.CatalogueColumns.AsNoTracking().Where(column => column.Body == body).ToDictionaryAsync(column => column.Key, cancel);
            return [.. StandardColumns.All.Select(standard => own.GetValueOrDefault(standard.Key) ?? standard)];
        }
    }
}
