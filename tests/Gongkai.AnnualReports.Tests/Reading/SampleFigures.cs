using System.Globalization;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>Figures of an imaginary report whose relations all hold, from a fixed seed.</summary>
internal sealed class SampleFigures
{
    private readonly Dictionary<string, decimal> _values = [];

    private SampleFigures(Form form) => Form = form;

    public Form Form { get; }

    public decimal this[string path] => _values.GetValueOrDefault(path);

    public static SampleFigures Of(Form form, int seed, int most = 40)
    {
        var random = new Random(seed);
        var figures = new SampleFigures(form);
        var t3 = form["t3"];
        var results = t3.Rows.Where(row => row.Group.Contains("results") && row.Key != "handled_total" && !row.Optional).Select(row => row.Key).ToList();
        foreach (var column in t3.Columns.Where(column => column.Key != "total"))
        {
            var handled = 0m;
            foreach (var row in results)
                handled += figures.Set($"t3.{row}.{column.Key}", random.Next(5) > 1 ? 0 : random.Next(most));
            var carriedOut = random.Next(3) > 0 ? 0 : random.Next(Math.Max(2, most / 5));
            var carriedIn = random.Next((int)Math.Min(handled + carriedOut, most) + 1);
            figures.Set($"t3.handled_total.{column.Key}", handled);
            figures.Set($"t3.carried_out.{column.Key}", carriedOut);
            figures.Set($"t3.carried_in.{column.Key}", carriedIn);
            figures.Set($"t3.received_new.{column.Key}", handled + carriedOut - carriedIn);
        }

        foreach (var row in t3.Rows.Where(row => !row.Optional))
            figures.Set($"t3.{row.Key}.total", t3.Columns.Where(column => column.Key != "total").Sum(column => figures[$"t3.{row.Key}.{column.Key}"]));
        foreach (var block in form["t4"].Rows)
        {
            var total = 0m;
            foreach (var column in form["t4"].Columns.Where(column => column.Key != "total"))
                total += figures.Set($"t4.{block.Key}_{column.Key}", random.Next(4) > 1 ? 0 : random.Next(most));
            figures.Set($"t4.{block.Key}_total", total);
        }

        foreach (var cell in form.Cells.Where(cell => cell.Table.Section == "s2"))
        {
            var value = cell.Column.Decimals ? random.Next(100_000) / 100m : random.Next(most * 10);
            figures.Set(cell.Path, cell.Column.Signed && random.Next(2) == 0 ? -value : value);
        }

        return figures;
    }

    public string Text(string path) => this[path].ToString("0.####", CultureInfo.InvariantCulture);

    public IEnumerable<string> Row(FormTable table, FormRow row) => table.Columns.Select(column => Text(table.Path.Replace("{row}", row.Key, StringComparison.Ordinal).Replace("{column}", column.Key, StringComparison.Ordinal)));

    private decimal Set(string path, decimal value) => _values[path] = value;
}
