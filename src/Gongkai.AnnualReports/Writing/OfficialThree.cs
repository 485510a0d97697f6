using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表三 as printed: labels in three columns, seven columns of figures under 申请人情况.</summary>
internal static class OfficialThree
{
    private const int Labels = 3;

    public static OfficialTable Of(Report report, Form form)
    {
        var table = form["t3"];
        var rows = Header(table);
        var headerRows = rows.Count;
        var printed = table.Rows.Where(row => IsPrinted(report, table, row)).ToList();
        var opened = new HashSet<string>();
        foreach (var row in printed)
        {
            var cells = new List<OfficialCell>();
            var ids = new List<string>();
            var groups = row.Group.Where(key => row.Key != "other_handling" || key == "results").ToList();
            for (var depth = 0; depth < groups.Count; depth++)
            {
                var id = $"t3-{groups[depth]}";
                ids.Add(id);
                if (opened.Add(groups[depth]))
                    cells.Add(new OfficialCell(table.Group(groups[depth]).FullLabel, depth, 1, printed.Count(other => other.Group.Contains(groups[depth]))) { IsRowHeader = true, Id = id });
            }

            var rowId = $"t3-{row.Key}";
            cells.Add(new OfficialCell(row.FullLabel, groups.Count, Labels - groups.Count) { IsRowHeader = true, Id = rowId });
            ids.Add(rowId);
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var cell = form.Cells[table.IndexOf(row.Key, table.Columns[c].Key)];
                string[] over = table.Columns[c].Group is null ? ["t3-applicants", $"t3-col-{table.Columns[c].Key}"] : ["t3-applicants", "t3-organisations", $"t3-col-{table.Columns[c].Key}"];
                cells.Add(new OfficialCell(PrintedFigure.Of(report, cell), Labels + c) { Value = cell, Headers = [.. over, .. ids] });
            }

            rows.Add(new OfficialRow(cells));
        }

        return new OfficialTable("s3", table.Caption, [60, 100, 280, 80, 80, 80, 80, 80, 80, 80], rows, headerRows);
    }

    private static List<OfficialRow> Header(FormTable table)
    {
        OfficialCell Head(string text, int column, int span, int rows, string id) => new(text, column, span, rows) { IsColumnHeader = true, Id = id };
        var columns = table.Columns;
        var organisations = columns.Where(column => column.Group is not null).ToList();
        var first = Labels + columns.ToList().IndexOf(organisations[0]);
        return
        [
            new OfficialRow([Head(table.Corner!, 0, Labels, 3, "t3-corner"), Head(table.ColumnsTitle!, Labels, columns.Count, 1, "t3-applicants")]),
            new OfficialRow([
                Head(columns[0].Label, Labels, 1, 2, $"t3-col-{columns[0].Key}"),
                Head(organisations[0].Group!, first, organisations.Count, 1, "t3-organisations"),
                Head(columns[^1].Label, Labels + columns.Count - 1, 1, 2, $"t3-col-{columns[^1].Key}")]),
            new OfficialRow([.. organisations.Select((column, index) => Head(column.Label, first + index, 1, 1, $"t3-col-{column.Key}"))]),
        ];
    }

    /// <summary>其他处理 in one row stands in the place of its three items, where a report prints it so.</summary>
    private static bool IsPrinted(Report report, FormTable table, FormRow row)
    {
        bool Has(string key) => table.Columns.Any(column => report[$"t3.{key}.{column.Key}"].State is not (CellState.Absent or CellState.Missing));
        if (!table.Rows.Any(candidate => candidate.Optional))
            return true;
        var inOneRow = Has("other_handling") && !Has("other_no_supplement") && !Has("other_fee_unpaid") && !Has("other_misc");
        return row.Optional ? inOneRow : !(inOneRow && row.Group.Contains("other_parts"));
    }
}
