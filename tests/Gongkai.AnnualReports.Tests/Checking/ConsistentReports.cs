using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Checking;

/// <summary>相符的报告: reports made from random figures so that every sum of the form holds.</summary>
internal static class ConsistentReports
{
    /// <summary>Most figures are 0, as in real reports, a few are large.</summary>
    private static readonly Gen<int> s_figure = Gen.Frequency((5, Gen.Constant(0)), (4, Gen.Choose(0, 9)), (1, Gen.Choose(10, 200_000)));

    /// <summary>The cells of a report of the edition.</summary>
    public static Gen<Cell[]> Of(Form form) => s_figure.ArrayOf(form.Cells.Count).Select(figures => Settle(form, figures));

    /// <summary>Indexes of the printed cells of 表三 and 表四.</summary>
    public static IReadOnlyList<int> Balanced(Form form) => [.. form.Cells.Where(cell => cell.Table.Key is "t3" or "t4" && !cell.Row.Optional).Select(cell => cell.Index)];

    private static Cell[] Settle(Form form, int[] figures)
    {
        decimal[] values = [.. figures.Select(figure => (decimal)figure)];
        var t3 = form["t3"];
        foreach (var column in t3.Columns.Where(column => column.Key != "total"))
        {
            var handled = t3.Rows.Where(IsOutcome).Sum(row => values[t3.IndexOf(row.Key, column.Key)]);
            var came = handled + values[t3.IndexOf("carried_out", column.Key)];
            var carriedIn = Math.Min(came, values[t3.IndexOf("carried_in", column.Key)]);
            values[t3.IndexOf("handled_total", column.Key)] = handled;
            values[t3.IndexOf("carried_in", column.Key)] = carriedIn;
            values[t3.IndexOf("received_new", column.Key)] = came - carriedIn;
        }

        foreach (var table in new[] { t3, form["t4"] })
        {
            foreach (var row in table.Rows)
                values[table.IndexOf(row.Key, "total")] = table.Columns.Where(column => column.Key != "total").Sum(column => values[table.IndexOf(row.Key, column.Key)]);
        }

        return [.. form.Cells.Select(cell => cell.Row.Optional ? new Cell(CellState.Absent) : Cell.Of(values[cell.Index]))];

        static bool IsOutcome(FormRow row) => row is { Optional: false, Key: not "handled_total" } && row.Group.Contains("results");
    }
}
