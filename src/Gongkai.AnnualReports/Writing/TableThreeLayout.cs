using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表三, 收到和处理政府信息公开申请情况: labels in three steps on the left, the applicants' classes above.</summary>
internal static class TableThreeLayout
{
    private const int HeaderRows = 3;

    public static TableLayout Of(Report report, FormTable table)
    {
        var rows = Rows(report, table);
        var depth = 1 + rows.Max(row => row.Group.Count);
        return new TableLayout(table.Key, table.Section, table.Caption, [.. Widths(depth, table.Columns.Count)], HeaderRows,
            [.. Header(table, depth), .. rows.Select((row, at) => Body(report.Form!, table, rows, at, depth))]);
    }

    /// <summary>
    /// The rows to print: a row that the edition only allows is printed where the report has it, and then in place of its parts
    /// when those are not there.
    /// </summary>
    private static List<FormRow> Rows(Report report, FormTable table)
    {
        bool Has(FormRow row, params ReadOnlySpan<CellState> not)
        {
            foreach (var column in table.Columns)
            {
                if (!not.Contains(report[table.IndexOf(row.Key, column.Key)].State))
                    return true;
            }

            return false;
        }

        var optional = table.Rows.FirstOrDefault(row => row.Optional);
        if (optional is null || !Has(optional, CellState.Absent))
            return [.. table.Rows.Where(row => !row.Optional)];

        // （六）其他处理 as one row: its parts are the rows of the group of the same number.
        bool IsPart(FormRow row) => row.Group.Count > 0 && table.Group(row.Group[^1]).FullLabel == optional.FullLabel;
        var partsAreThere = table.Rows.Any(row => IsPart(row) && Has(row, CellState.Missing));
        return [.. table.Rows.Where(row => partsAreThere || !IsPart(row))];
    }

    private static IEnumerable<double> Widths(int depth, int columns)
    {
        // As in the official form: narrow group labels, a wide one for the row, the rest shared.
        double[] labels = [0.072, 0.095, 0.333];
        var widths = labels.AsSpan(labels.Length - depth).ToArray();
        return widths.Concat(Enumerable.Repeat((1 - widths.Sum()) / columns, columns));
    }

    private static IEnumerable<IReadOnlyList<LaidCell>> Header(FormTable table, int depth)
    {
        var all = $"{table.Key}-columns";
        yield return
        [
            new LaidCell(LaidKind.Corner, table.Corner ?? "", 0) { ColumnSpan = depth, RowSpan = HeaderRows, Id = $"{table.Key}-corner" },
            new LaidCell(LaidKind.ColumnHeader, table.ColumnsTitle ?? "", depth) { ColumnSpan = table.Columns.Count, Id = all },
        ];

        var second = new List<LaidCell>();
        var third = new List<LaidCell>();
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var column = table.Columns[c];
            if (column.Group is null)
            {
                second.Add(new LaidCell(LaidKind.ColumnHeader, column.Label, depth + c) { RowSpan = 2, Id = ColumnId(table, column), Headers = [all] });
                continue;
            }

            if (c == 0 || table.Columns[c - 1].Group != column.Group)
                second.Add(new LaidCell(LaidKind.ColumnHeader, column.Group, depth + c) { ColumnSpan = table.Columns.Count(other => other.Group == column.Group), Id = GroupId(table, column), Headers = [all] });
            third.Add(new LaidCell(LaidKind.ColumnHeader, column.Label, depth + c) { Id = ColumnId(table, column), Headers = [all, GroupId(table, column)] });
        }

        yield return second;
        yield return third;
    }

    private static List<LaidCell> Body(Form form, FormTable table, List<FormRow> rows, int at, int depth)
    {
        var row = rows[at];
        var cells = new List<LaidCell>();
        for (var level = 0; level < row.Group.Count; level++)
        {
            var path = row.Group.Take(level + 1);
            bool InGroup(FormRow other) => other.Group.Take(level + 1).SequenceEqual(path);
            if (at == 0 || !InGroup(rows[at - 1]))
            {
                cells.Add(new LaidCell(LaidKind.RowHeader, table.Group(row.Group[level]).FullLabel, level)
                {
                    RowSpan = rows.Skip(at).TakeWhile(InGroup).Count(),
                    Id = GroupId(table, row.Group[level]),
                    Headers = [.. row.Group.Take(level).Select(group => GroupId(table, group))],
                });
            }
        }

        var groups = row.Group.Select(group => GroupId(table, group)).ToList();
        var rowId = $"{table.Key}-row-{row.Key}";
        cells.Add(new LaidCell(LaidKind.RowHeader, row.FullLabel, row.Group.Count) { ColumnSpan = depth - row.Group.Count, Id = rowId, Headers = groups });
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var column = table.Columns[c];
            var cell = form.Cells[table.IndexOf(row.Key, column.Key)];
            List<string> headers = [.. groups, rowId, $"{table.Key}-columns"];
            if (column.Group is not null)
                headers.Add(GroupId(table, column));
            headers.Add(ColumnId(table, column));
            cells.Add(new LaidCell(LaidKind.Figure, "", depth + c) { Id = cell.Path, Cell = cell, Headers = headers });
        }

        return cells;
    }

    private static string ColumnId(FormTable table, FormColumn column) => $"{table.Key}-column-{column.Key}";

    // Columns that share a header have it in common, so its name is that of the first of them.
    private static string GroupId(FormTable table, FormColumn column) => $"{table.Key}-over-{table.Columns.First(other => other.Group == column.Group).Key}";

    private static string GroupId(FormTable table, string group) => $"{table.Key}-group-{group}";
}
