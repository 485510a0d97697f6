using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>栏目设置的规则: what of a column may be how, whoever sets it.</summary>
internal static class ColumnChange
{
    extension(CatalogueColumn column)
    {
        /// <exception cref="RefusedException">Uniform columns stay as they are, places are those of the level, and a column takes something in.</exception>
        public void Change(ColumnSettings settings, IReadOnlyList<CatalogueColumn> columns)
        {
            if (!settings.IsShown && column.Parent is null && !column.IsOwn)
                throw new RefusedException("统一设置的栏目不能隐藏。", "is_shown");
            if (settings.IsShown && column.ArchivedOn is { } since)
                throw new RefusedException($"这个栏目已于{since:yyyy年M月d日}归档，请先恢复。", "is_shown");
            if (settings.UpdatedAs is { } threshold && threshold is not ("news" or "policy" or "other"))
                throw new RefusedException("没有这一类更新要求。", "updated_as");
            column.Name = CatalogueText.Demand(settings.Name, 40, "栏目名称", "name");
            if (columns.Any(one => one.Key != column.Key && one.Name == column.Name && one.IsShown && settings.IsShown))
                throw new RefusedException($"已有名为“{column.Name}”的栏目，请换一个名称。", "name");
            column.IsShown = settings.IsShown;
            Move(column, settings, columns);
            if (column.Content != ColumnContent.Documents)
                return;
            (column.UpdatedAs, column.Rule) = (settings.UpdatedAs, settings.Rule.Demand());
            if (column.Takes.Count == 0)
                throw new RefusedException("请选择这个栏目收录哪些信息。", "items");
        }
    }

    private static void Move(CatalogueColumn column, ColumnSettings settings, IReadOnlyList<CatalogueColumn> columns)
    {
        if (settings.Parent is { } parent && parent != column.Parent)
        {
            if (!column.IsOwn)
                throw new RefusedException("标准栏目的上级栏目不能更改。", "parent");
            if (columns.FirstOrDefault(one => one.Key == parent) is not { } above || !IsPlace(above, columns) || above.Key == column.Key)
                throw new RefusedException("上级栏目应当是法定主动公开内容、机关概况、政务动态等栏目组，或者其中的一个栏目。", "parent");
            if (columns.Below(column.Key).Any() && above.Content != ColumnContent.Columns)
                throw new RefusedException("下面有栏目的栏目，只能放在栏目组里。", "parent");
            (column.Parent, column.After) = (parent, null);
            column.TakesChosen = above.Key != StandardColumns.Statutory && !columns.IsStatutory(above);
        }

        if (settings.After is not { } after)
            return;
        if (column.Parent is null)
            throw new RefusedException("统一设置的栏目不能移动。", "after");
        if (after == column.Key || (after != column.Parent && columns.Below(column.Parent).All(one => one.Key != after)))
            throw new RefusedException("请选择同一级的栏目，排在它之后。", "after");
        column.After = after;
    }

    /// <summary>An area, or a column right below one.</summary>
    internal static bool IsPlace(CatalogueColumn column, IReadOnlyList<CatalogueColumn> columns) =>
        column.ArchivedOn is null && (column.Content == ColumnContent.Columns || (column.Content == ColumnContent.Documents && column.Parent is { } parent && columns.Any(one => one.Key == parent && one.Content == ColumnContent.Columns)));
}
