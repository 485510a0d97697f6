using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表二 as printed: one table of four columns, a caption row for each item of article 20.</summary>
internal static class OfficialTwo
{
    private const int Width = 4;

    public static OfficialTable Of(Report report, Form form)
    {
        var rows = new List<OfficialRow>();
        foreach (var table in form.Tables.Where(table => table.Section == "s2"))
        {
            var id = table.Key.Replace('.', '-');
            rows.Add(new OfficialRow([new OfficialCell(table.Caption, 0, Width) { IsColumnHeader = true, Id = id }]));
            var header = new List<OfficialCell> { new(table.RowTitle!, 0) { IsColumnHeader = true, Id = $"{id}-rows", Headers = [id] } };
            for (var c = 0; c < table.Columns.Count; c++)
                header.Add(Placed(table, c, table.Columns[c].Label) with { IsColumnHeader = true, Id = $"{id}-{table.Columns[c].Key}", Headers = [id] });
            rows.Add(new OfficialRow(header));
            foreach (var row in table.Rows)
            {
                var rowId = $"{id}-{row.Key}";
                var cells = new List<OfficialCell> { new(row.Label, 0) { IsRowHeader = true, Id = rowId, Headers = [id] } };
                for (var c = 0; c < table.Columns.Count; c++)
                {
                    var cell = form.Cells[table.IndexOf(table.Rows.ToList().IndexOf(row), c)];
                    cells.Add(Placed(table, c, PrintedFigure.Of(report, cell)) with { Value = cell, Headers = [id, $"{id}-{cell.Column.Key}", rowId] });
                }

                rows.Add(new OfficialRow(cells));
            }
        }

        return new OfficialTable("s2", "主动公开政府信息情况", [280, 240, 240, 240], rows, HeaderRows: 0);
    }

    /// <summary>Fewer than three value columns share the width: one takes all, of two the second takes the rest.</summary>
    private static OfficialCell Placed(FormTable table, int column, string text) => new(text, column + 1, column + 1 == table.Columns.Count ? Width - 1 - column : 1);
}
