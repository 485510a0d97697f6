using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表四 as printed: fifteen figures in one row under three blocks.</summary>
internal static class OfficialFour
{
    public static OfficialTable Of(Report report, Form form)
    {
        var table = form["t4"];
        var per = table.Columns.Count;
        OfficialCell Head(string text, int column, int span, int rows, string id, params string[] headers) => new(text, column, span, rows) { IsColumnHeader = true, Id = id, Headers = headers };
        OfficialCell Column(int block, int c, int rows) => Head(table.Columns[c].Label, (block * per) + c, 1, rows, $"t4-{table.Rows[block].Key}-{table.Columns[c].Key}");

        var values = new List<OfficialCell>();
        for (var block = 0; block < table.Rows.Count; block++)
        {
            for (var c = 0; c < per; c++)
            {
                var cell = form.Cells[table.IndexOf(block, c)];
                string[] over = block == 0 ? ["t4-review"] : ["t4-litigation", $"t4-{table.Rows[block].Key}"];
                values.Add(new OfficialCell(PrintedFigure.Of(report, cell), (block * per) + c) { Value = cell, Headers = [.. over, $"t4-{table.Rows[block].Key}-{table.Columns[c].Key}"] });
            }
        }

        return new OfficialTable("s4", table.Caption, [.. Enumerable.Repeat(66, 3 * per)],
        [
            new OfficialRow([Head(table.Rows[0].Label, 0, per, 1, "t4-review"), Head(table.Groups[0].Label, per, 2 * per, 1, "t4-litigation")]),
            new OfficialRow([
                .. Enumerable.Range(0, per).Select(c => Column(0, c, 2)),
                Head(table.Rows[1].Label, per, per, 1, $"t4-{table.Rows[1].Key}", "t4-litigation"),
                Head(table.Rows[2].Label, 2 * per, per, 1, $"t4-{table.Rows[2].Key}", "t4-litigation")]),
            new OfficialRow([.. Enumerable.Range(0, per).Select(c => Column(1, c, 1)), .. Enumerable.Range(0, per).Select(c => Column(2, c, 1))]),
            new OfficialRow(values),
        ], HeaderRows: 3);
    }
}
