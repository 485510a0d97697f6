using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>增设栏目: a column of the body's own, with a key that stands in its address for ever.</summary>
public sealed partial class AddColumn(CatalogueDesk desk)
{
    private const int MostOwn = 100;

    public async Task<CatalogueColumn> Run(BodyId body, string key, ColumnSettings settings, IActor by, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        if (!Shape.IsMatch(key) || key == "new")
            throw new RefusedException("网址名应当是2到32个小写字母、数字或下划线，以字母开头，如 yiqi_gongxiang。", "key");
        var columns = await desk.Db.ColumnsOf(body, cancel);
        if (columns.FirstOrDefault(one => one.Key == key) is { } taken)
            throw new RefusedException($"网址名“{key}”已经是栏目“{taken.Name}”的，请换一个。", "key");
        if (columns.Count(one => one.IsOwn) >= MostOwn)
            throw new RefusedException($"一个机关最多自设{MostOwn}个栏目。", "key");
        if (settings.Parent is null)
            throw new RefusedException("请选择上级栏目。", "parent");
        var rank = columns.Max(one => one.Rank) + 1;
        var column = new CatalogueColumn(body, key) { Name = "", Content = ColumnContent.Documents, Rank = rank };
        column.Change(settings, columns);
        desk.Db.Add(column);
        await desk.Close(column, Act.AddColumn, by, cancel);
        return column;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{1,31}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape { get; }
}
