using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>设置栏目: its name and place, whether the body shows it, which documents come into it and how often it has to be updated.</summary>
public sealed class SetColumn(CatalogueDesk desk)
{
    public async Task<CatalogueColumn> Run(BodyId body, string key, ColumnSettings settings, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        var column = await desk.Db.CatalogueColumns.SingleOrDefaultAsync(one => one.Body == body && one.Key == key, cancel);
        if (column is null)
        {
            var standard = StandardColumns.Of(key) ?? throw new RefusedException("没有这个栏目。");
            desk.Db.Add(column = standard.For(body));
        }

        CatalogueDesk.MustBeSeen(column, column.Version, seen);
        column.Change(settings, await desk.Db.ColumnsOf(body, cancel));
        await desk.Close(column, Act.SetColumn, by, cancel);
        return column;
    }
}

/// <summary>What a body may settle of a column.</summary>
public sealed record ColumnSettings(string Name, bool IsShown, string? UpdatedAs, DocumentRule Rule)
{
    /// <summary>上级栏目, of a column of its own; null leaves it where it is.</summary>
    public string? Parent { get; init; }

    /// <summary>排在其后: a column of the same level, or that above it to be the first; null leaves the place as it is.</summary>
    public string? After { get; init; }
}
