using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>归档栏目: a column that is closed leaves the navigation and stays readable at its address, with what it held on that day; it can be opened again.</summary>
public sealed class ArchiveColumn(CatalogueDesk desk)
{
    public Task<CatalogueColumn> Run(BodyId body, string key, IActor by, uint? seen, CancellationToken cancel) => Run(body, key, Act.ArchiveColumn, column => column.Archive(desk.Today), by, seen, cancel);

    public Task<CatalogueColumn> Reopen(BodyId body, string key, IActor by, uint? seen, CancellationToken cancel) => Run(body, key, Act.ReopenColumn, column => column.Reopen(), by, seen, cancel);

    private async Task<CatalogueColumn> Run(BodyId body, string key, Act act, Action<CatalogueColumn> change, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        var column = await desk.Db.CatalogueColumns.SingleOrDefaultAsync(one => one.Body == body && one.Key == key, cancel);
        if (column is null)
        {
            var standard = StandardColumns.Of(key) ?? throw new RefusedException("没有这个栏目。");
            desk.Db.Add(column = standard.For(body));
        }

        CatalogueDesk.MustBeSeen(column, column.Version, seen);
        change(column);
        await desk.Close(column, act, by, cancel);
        return column;
    }
}
