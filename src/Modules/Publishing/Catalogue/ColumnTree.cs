namespace Gongkai.Publishing;

/// <summary>栏目树: what follows from columns standing below one another.</summary>
public static class ColumnTree
{
    extension(IReadOnlyList<CatalogueColumn> columns)
    {
        /// <summary>How many columns it stands below.</summary>
        public int DepthOf(CatalogueColumn column)
        {
            var depth = 0;
            for (var above = column.Parent; above is not null && depth < 9; depth++)
                above = columns.FirstOrDefault(one => one.Key == above)?.Parent;
            return depth;
        }

        public IEnumerable<CatalogueColumn> Below(string key) => columns.Where(column => column.Parent == key);

        /// <summary>法定主动公开内容 is among those it stands below.</summary>
        public bool IsStatutory(CatalogueColumn column) =>
            column.Parent == StandardColumns.Statutory || (column.Parent is { } parent && parent != column.Key && columns.FirstOrDefault(one => one.Key == parent) is { Parent: not null } above && columns.IsStatutory(above));

        /// <summary>Those in the navigation: areas of which the body shows no column are left out.</summary>
        public IReadOnlyList<CatalogueColumn> Open =>
            [.. columns.Where(column => column.IsShown && (column.Content != ColumnContent.Columns || column.Key == StandardColumns.Statutory || columns.Below(column.Key).Any(one => one.IsShown)))];

        /// <summary>What all columns together take in.</summary>
        public IReadOnlyList<DocumentRule> Takes => [.. columns.SelectMany(column => column.Takes)];
    }
}
