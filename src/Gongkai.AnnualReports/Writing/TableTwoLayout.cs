using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表二, 主动公开政府信息情况: one item of article 20 under the other, each with its caption line and its own header, in one grid.</summary>
internal static class TableTwoLayout
{
    public static TableLayout Of(Form form)
    {
        var tables = form.Tables.Where(table => table.Section == "s2").ToList();
        var width = 1 + tables.Max(table => table.Columns.Count);
        var rows = tables.SelectMany(table => Item(form, table, width)).ToList();
        var caption = form.Sections.First(section => section.Key == "s2").Label;
        return new TableLayout("t2", "s2", caption, [.. Enumerable.Repeat(1d / width, width)], HeaderRows: 0, rows);
    }

    private static IEnumerable<IReadOnlyList<LaidCell>> Item(Form form, FormTable table, int width)
    {
        // The last column takes what the others leave, as in the official form.
        int Span(int column) => column == table.Columns.Count - 1 ? width - 1 - column : 1;
        string ColumnId(FormColumn column) => $"{table.Key}-column-{column.Key}";

        yield return [new LaidCell(LaidKind.Caption, table.Caption, 0) { ColumnSpan = width, Id = table.Key }];
        yield return
        [
            new LaidCell(LaidKind.RowTitle, table.RowTitle ?? "", 0) { Id = $"{table.Key}-rows", Headers = [table.Key] },
            .. table.Columns.Select((column, at) => new LaidCell(LaidKind.ColumnHeader, column.Label, at + 1) { ColumnSpan = Span(at), Id = ColumnId(column), Headers = [table.Key] }),
        ];

        for (var r = 0; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            var rowId = $"{table.Key}-row-{row.Key}";
            yield return
            [
                new LaidCell(LaidKind.RowHeader, row.FullLabel, 0) { Id = rowId, Headers = [table.Key] },
                .. table.Columns.Select((column, at) => Figure(form.Cells[table.IndexOf(r, at)], at + 1, Span(at), [table.Key, rowId, ColumnId(column)])),
            ];
        }
    }

    private static LaidCell Figure(FormCell cell, int column, int span, IReadOnlyList<string> headers) =>
        new(LaidKind.Figure, "", column) { ColumnSpan = span, Id = cell.Path, Cell = cell, Headers = headers };
}
