using System.Globalization;
using System.Text;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Web.Tests;

/// <summary>样例: reports of 云泽市 as tab-separated text, made for a test.</summary>
public static class SampleReports
{
    /// <summary>A report of the form of 2021. Cells not named are 0.</summary>
    public static string Text(int year = 2022, string organ = "云泽市科学技术局", string? title = null, string? overview = null, params (string Path, string Value)[] cells)
    {
        var form = Form.F2021;
        var values = cells.ToDictionary(cell => cell.Path, cell => cell.Value, StringComparer.Ordinal);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{title ?? $"{organ}{year}年政府信息公开工作年度报告"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"本报告依据《中华人民共和国政府信息公开条例》编制，统计期限为{year}年1月1日至{year}年12月31日。联系电话：0999-1234567。");
        foreach (var section in form.Sections)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{section.Number}、{section.Label}");
            text.Append(section.Key switch
            {
                "s1" => (overview ?? "（一）主动公开。门户网站发布信息46条。\n（二）依申请公开。按规定办理申请。\n（三）政府信息管理。逐条审查后发布。\n（四）政府信息公开平台建设。维护网站专栏。\n（五）监督保障。组织培训2次。") + "\n",
                "s5" => "存在的问题：政策解读形式较单一，业务科室主动公开意识不强。\n改进情况：制作图解三篇，对业务科室开展辅导，把公开工作纳入年度考核。\n",
                "s6" => "本年度未收取信息处理费。\n",
                _ => "",
            });
            foreach (var table in form.Tables.Where(table => table.Section == section.Key))
                Append(text, table, values);
        }

        return text.ToString();
    }

    /// <summary>One fault: natural persons asked 5 times, 4 were answered, 2 carried out (R021).</summary>
    public static string WithOneFault(int year = 2022, string organ = "云泽市科学技术局") => Text(year, organ, cells:
    [
        ("t3.received_new.natural_person", "5"), ("t3.received_new.total", "5"),
        ("t3.granted.natural_person", "4"), ("t3.granted.total", "4"),
        ("t3.handled_total.natural_person", "4"), ("t3.handled_total.total", "4"),
        ("t3.carried_out.natural_person", "2"), ("t3.carried_out.total", "2"),
    ]);

    private static void Append(StringBuilder text, FormTable table, Dictionary<string, string> values)
    {
        string Value(FormRow row, FormColumn column) =>
            values.GetValueOrDefault(table.Path.Replace("{row}", row.Key, StringComparison.Ordinal).Replace("{column}", column.Key, StringComparison.Ordinal), "0");

        if (table.Key.StartsWith("t2", StringComparison.Ordinal))
            text.AppendLine(table.Caption);
        var rows = table.Rows.Where(row => !row.Optional).ToList();
        if (table.Key == "t4")
        {
            text.AppendLine("行政复议\t行政诉讼");
            text.AppendLine("结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉");
            text.AppendLine(string.Join('\t', rows.SelectMany(row => table.Columns.Select(column => Value(row, column)))));
            return;
        }

        text.AppendLine(string.Join('\t', [table.RowTitle ?? table.Corner ?? "", .. table.Columns.Select(column => column.Label)]));
        IReadOnlyList<string> open = [];
        foreach (var row in rows)
        {
            foreach (var group in row.Group.Except(open))
                text.AppendLine(table.Group(group).FullLabel);
            open = row.Group;
            text.AppendLine(string.Join('\t', [row.FullLabel, .. table.Columns.Select(column => Value(row, column))]));
        }
    }
}
