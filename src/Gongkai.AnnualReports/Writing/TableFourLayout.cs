using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表四, 政府信息公开行政复议、行政诉讼情况: the form's rows side by side, so that one line holds all fifteen figures.</summary>
internal static class TableFourLayout
{
    private const int HeaderRows = 3;

    public static TableLayout Of(FormTable table)
    {
        var header = Enumerable.Range(0, HeaderRows).Select(_ => new List<LaidCell>()).ToList();
        var figures = new List<LaidCell>();
        var form = Form.All.First(form => form.Tables.Contains(table));
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            var left = r * table.Columns.Count;
            List<string> over = [.. row.Group.Select(group => $"{table.Key}-group-{group}")];
            if (row.Group.Count > 0 && (r == 0 || !table.Rows[r - 1].Group.SequenceEqual(row.Group)))
            {
                header[0].Add(new LaidCell(LaidKind.ColumnHeader, table.Group(row.Group[0]).FullLabel, left)
                {
                    ColumnSpan = table.Columns.Count * table.Rows.Count(other => other.Group.SequenceEqual(row.Group)),
                    Id = over[0],
                });
            }

            var block = $"{table.Key}-row-{row.Key}";
            header[row.Group.Count].Add(new LaidCell(LaidKind.ColumnHeader, row.FullLabel, left) { ColumnSpan = table.Columns.Count, Id = block, Headers = over });
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var cell = form.Cells[table.IndexOf(r, c)];
                var column = $"{table.Key}-column-{row.Key}-{table.Columns[c].Key}";
                header[row.Group.Count + 1].Add(new LaidCell(LaidKind.ColumnHeader, table.Columns[c].Label, left + c)
                {
                    RowSpan = HeaderRows - row.Group.Count - 1,
                    Id = column,
                    Headers = [.. over, block],
                });
                figures.Add(new LaidCell(LaidKind.Figure, "", left + c) { Id = cell.Path, Cell = cell, Headers = [.. over, block, column] });
            }
        }

        var columns = table.Rows.Count * table.Columns.Count;
        return new TableLayout(table.Key, table.Section, table.Caption, [.. Enumerable.Repeat(1d / columns, columns)], HeaderRows, [.. header, figures]);
    }
}
