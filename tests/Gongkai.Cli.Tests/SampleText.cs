using System.Text;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Cli.Tests;

/// <summary>A report as people send it: text with tab-separated tables. Cells not named are 0; the sums are the caller's business.</summary>
internal static class SampleText
{
    public static string Of(string organ, int year, params (string Path, int Figure)[] figures) => Of(organ, year, "", figures);

    public static string Of(string organ, int year, string extra, params (string Path, int Figure)[] figures)
    {
        var form = Form.OfYear(year)!;
        var values = figures.ToDictionary(figure => figure.Path, figure => figure.Figure, StringComparer.Ordinal);
        var text = new StringBuilder();
        text.Append($"{organ}{year}年政府信息公开工作年度报告\n\n");
        text.Append($"本报告统计期限自{year}年1月1日起至{year}年12月31日止。联系电话：0599-1234567。{extra}\n");
        foreach (var section in form.Sections)
        {
            text.Append($"{section.Number}、{section.Label}\n");
            foreach (var table in form.Tables.Where(table => table.Section == section.Key))
                Append(text, table, values);
            if (section.Key is "s1" or "s5" or "s6")
                text.Append(section.Key == "s6" ? "本年度没有收取信息处理费。\n" : $"{organ}按照要求开展工作，逐项落实。\n");
        }

        return text.ToString();
    }

    /// <summary>A report in which the natural persons' requests come in and are granted.</summary>
    public static string WithRequests(string organ, int year, int requests, int carriedIn = 0, int carriedOut = 0) => Of(
        organ, year,
        [
            .. Row("received_new", requests), .. Row("carried_in", carriedIn), .. Row("granted", requests + carriedIn - carriedOut),
            .. Row("handled_total", requests + carriedIn - carriedOut), .. Row("carried_out", carriedOut),
        ]);

    private static (string, int)[] Row(string key, int figure) => [($"t3.{key}.natural_person", figure), ($"t3.{key}.total", figure)];

    private static void Append(StringBuilder text, FormTable table, Dictionary<string, int> values)
    {
        if (table.Key.StartsWith("t2.", StringComparison.Ordinal))
            text.Append($"{table.Caption}\n{table.RowTitle}\t{string.Join('\t', table.Columns.Select(column => column.Label))}\n");
        else if (table.Key == "t3")
            text.Append($"{table.Corner}\t\t\t申请人情况\n\t\t\t{string.Join('\t', table.Columns.Select(column => column.Label))}\n");
        else
        {
            AppendRemedies(text, table, values);
            return;
        }

        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(row => !row.Optional))
        {
            foreach (var group in row.Group.Where(groups.Add))
                text.Append($"{table.Group(group).FullLabel}\t");
            text.Append($"{row.FullLabel}\t{string.Join('\t', table.Columns.Select(column => values.GetValueOrDefault(PathOf(table, row.Key, column.Key))))}\n");
        }
    }

    /// <summary>表四 has its three blocks side by side.</summary>
    private static void AppendRemedies(StringBuilder text, FormTable table, Dictionary<string, int> values)
    {
        var columns = string.Join('\t', table.Columns.Select(column => column.Label));
        text.Append($"行政复议\t\t\t\t\t行政诉讼\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n{columns}\t{columns}\t{columns}\n");
        text.Append(string.Join('\t', table.Rows.SelectMany(row => table.Columns.Select(column => values.GetValueOrDefault(PathOf(table, row.Key, column.Key)))))).Append('\n');
    }

    private static string PathOf(FormTable table, string row, string column) =>
        table.Path.Replace("{row}", row, StringComparison.Ordinal).Replace("{column}", column, StringComparison.Ordinal);
}
