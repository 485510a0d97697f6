using Gongkai.Bodies;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>设置栏目: its name, whether the body shows it, which documents come into it and how often it has to be updated.</summary>
public sealed class SetColumn(CatalogueDesk desk)
{
    public async Task<CatalogueColumn> Run(BodyId body, string key, ColumnSettings settings, IActor by, uint? seen, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageCatalogue, body, cancel);
        var column = await desk.Db.CatalogueColumns.SingleOrDefaultAsync(one => one.Body == body && one.Key == key, cancel);
        if (column is null)
        {
            var standard = StandardColumns.All.FirstOrDefault(one => one.Key == key) ?? throw new RefusedException("没有这个栏目。");
            desk.Db.Add(column = standard.For(body));
        }

        CatalogueDesk.MustBeSeen(column, column.Version, seen);
        Change(column, settings);
        await desk.Close(column, Act.SetColumn, by, cancel);
        return column;
    }

    private static void Change(CatalogueColumn column, ColumnSettings settings)
    {
        if (!settings.IsShown && column.Parent is null)
            throw new RefusedException("统一设置的栏目不能隐藏。", "is_shown");
        if (settings.IsShown && column.ArchivedOn is { } since)
            throw new RefusedException($"这个栏目已于{since:yyyy年M月d日}归档，请先恢复。", "is_shown");
        if (settings.UpdatedAs is { } threshold && Thresholds.All.All(one => one.Key != threshold || (one.Days ?? one.Months) is null))
            throw new RefusedException("没有这一类更新要求。", "updated_as");
        column.Name = CatalogueText.Demand(settings.Name, 40, "栏目名称", "name");
        column.IsShown = settings.IsShown;
        if (column.Content != ColumnContent.Documents)
            return;
        (column.UpdatedAs, column.Rule) = (settings.UpdatedAs, settings.Rule.Demand());
        if (column.Rule.IsEmpty)
            throw new RefusedException("请选择这个栏目收录哪些信息。", "items");
    }
}

/// <summary>What a body may settle of a column.</summary>
public sealed record ColumnSettings(string Name, bool IsShown, string? UpdatedAs, DocumentRule Rule);
