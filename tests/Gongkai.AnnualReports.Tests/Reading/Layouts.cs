using System.Text;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>The same figures printed in the layouts in which reports reach us. The text around them is our own.</summary>
internal static class Layouts
{
    public const string Organ = "云泽市科学技术局";

    private const string Corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    /// <summary>Tab grid: merged cells are empty, so that labels stand in the first, second or third column.</summary>
    public static string TabGrid(SampleFigures figures, int shift = 0) => Whole(figures,
        (table, text) =>
        {
            text.Append(table.Caption).Append("\t\t\t\n信息内容\t").AppendJoin('\t', table.Columns.Select(column => column.Label)).Append('\n');
            foreach (var row in table.Rows)
                text.Append(row.Label).Append('\t').AppendJoin('\t', figures.Row(table, row)).Append('\n');
        },
        text =>
        {
            text.Append($"{Corner}\t\t\t申请人情况\t\t\t\t\t\t\n\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n");
            var line = 0;
            Each(figures.Form, (group, row) =>
            {
                // Every few rows the grid slips to the left, as after a page break.
                var lead = row.Group.Count switch { 0 => "", 1 => "\t", _ => group is null ? "\t\t" : $"\t{group}\t" };
                if (shift > 0 && ++line % (shift + 2) == 0)
                    lead = lead.TrimStart('\t');
                text.Append(lead).Append(row.FullLabel).Append(row.Group.Count == 0 ? "\t\t\t" : row.Group.Count == 1 ? "\t\t" : "\t").AppendJoin('\t', figures.Row(figures.Form["t3"], row)).Append('\n');
            });
        },
        text => text.Append("行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t")
            .Append("结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n").AppendJoin('\t', Four(figures)).Append('\n'));

    /// <summary>One cell a line, each behind a tab, rows parted by blank lines.</summary>
    public static string CellPerLine(SampleFigures figures, string tab = "\t", bool blankLines = true) => Whole(figures,
        (table, text) =>
        {
            Lines(text, [table.Caption], tab, blankLines);
            Lines(text, ["信息内容", .. table.Columns.Select(column => column.Label)], tab, blankLines);
            foreach (var row in table.Rows)
                Lines(text, [row.Label, .. figures.Row(table, row)], tab, blankLines);
        },
        text =>
        {
            Lines(text, [Corner, "申请人情况"], tab, blankLines);
            Lines(text, tab.Length > 0 ? ["", "自然人", "法人或其他组织", "总计"] : ["自然人", "法人或其他组织", "总计"], tab, blankLines);
            Lines(text, tab.Length > 0 ? ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""] : ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"], tab, blankLines);
            Each(figures.Form, (group, row) =>
            {
                string[] lead = tab.Length == 0
                    ? group is null ? [] : [group]
                    : row.Group.Count switch { 0 => [], 1 => row.Key == "granted" ? ["三、本年度办理结果"] : [""], _ => group is null ? ["", ""] : ["", group] };
                Lines(text, [.. lead, row.FullLabel, .. figures.Row(figures.Form["t3"], row)], tab, blankLines);
            });
        },
        text =>
        {
            Lines(text, ["行政复议", "行政诉讼"], tab, blankLines);
            Lines(text, ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"], tab, blankLines);
            Lines(text, ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], tab, blankLines);
            Lines(text, [.. Four(figures)], tab, blankLines);
        });

    /// <summary>As from a PDF: long labels wrapped before, after and around their figures, group labels torn, a page number in between.</summary>
    public static string Wrapped(SampleFigures figures) => Whole(figures,
        (table, text) =>
        {
            text.Append(table.Caption).Append("\n\n信息内容 ").AppendJoin(' ', table.Columns.Select(column => column.Label)).Append('\n');
            foreach (var row in table.Rows)
                text.Append(row.Label).Append(' ').AppendJoin(' ', figures.Row(table, row)).Append("\n\n");
        },
        text =>
        {
            text.Append("（本列数据的勾稽关系为：第一项加第二项之和，等于\n第三项加第四项之和）\n申请人情况\n自然\n人\n法人或其他组织\n总计商业\n企业\n科研\n机构\n社会\n公益\n组织\n法律\n服务\n机构\n其他\n");
            var n = 0;
            Each(figures.Form, (group, row) =>
            {
                var values = string.Join(' ', figures.Row(figures.Form["t3"], row));
                if (row.Key == "granted")
                    text.Append("三、本\n年度办\n");
                if (group is not null)
                    text.Append(group[..^2]).Append('\n').Append(group[^2..]).Append('\n');
                var label = row.FullLabel;
                if (++n == 12)
                    text.Append("\n-3-\n\f");
                if (row.Key == "partially_granted")
                    text.Append(label[..19]).Append(' ').Append(values).Append("\n理结果 ").Append(label[19..]).Append('\n');
                else if (label.Length > 18 && n % 2 == 0)
                    text.Append(label[..15]).Append('\n').Append(label[15..]).Append('\n').Append(values).Append('\n');
                else if (label.Length > 18)
                    text.Append(label[..15]).Append('\n').Append(label[15..18]).Append(' ').Append(values).Append('\n').Append(label[18..]).Append('\n');
                else
                    text.Append(label).Append(' ').Append(values).Append('\n');
            });
        },
        text => text.Append("行政复议 行政诉讼\n结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n未经复议直接起诉 复议后起诉\n结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n")
            .AppendJoin(' ', Four(figures)).Append('\n'));

    /// <summary>The whole page in one line; cells parted by <paramref name="gap"/>, which may be nothing.</summary>
    public static string OneLine(SampleFigures figures, string gap) => Whole(figures,
        (table, text) =>
        {
            text.Append(table.Caption).Append(" 信息内容 ").AppendJoin(' ', table.Columns.Select(column => column.Label)).Append(' ');
            foreach (var row in table.Rows)
                text.Append(row.Label).Append(gap).AppendJoin(gap, figures.Row(table, row)).Append(gap);
        },
        text =>
        {
            text.Append(Corner).Append(" 申请人情况 自然人 法人或其他组织 总计 商业 企业 科研 机构 社会公益组织 法律服务机构 其他 ");
            Each(figures.Form, (group, row) =>
                text.Append(row.Key == "granted" ? "三、本年度办理结果 " : "").Append(group).Append(group is null ? "" : " ").Append(row.FullLabel).Append(' ').AppendJoin(gap, figures.Row(figures.Form["t3"], row)));
        },
        text => text.Append("行政复议 行政诉讼 结果维持结果纠正其他结果尚未审结总计 未经复议直接起诉 复议后起诉 结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计 ").AppendJoin(' ', Four(figures)).Append(' ')).Replace("\n", " ", StringComparison.Ordinal);

    /// <summary>Pipe rows, as a converter makes them.</summary>
    public static string Pipes(SampleFigures figures) => Whole(figures,
        (table, text) =>
        {
            text.Append("\n| ").Append(table.Caption).Append(" |\n| --- |\n| 信息内容 | ").AppendJoin(" | ", table.Columns.Select(column => column.Label)).Append(" |\n");
            foreach (var row in table.Rows)
                text.Append("| ").Append(row.Label).Append(" | ").AppendJoin(" | ", figures.Row(table, row)).Append(" |\n");
            text.Append('\n');
        },
        text =>
        {
            text.Append($"\n| {Corner} | | | 申请人情况 | | | | | | |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n| | | | 自然人 | 法人或其他组织 | | | | | 总计 |\n| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n");
            Each(figures.Form, (group, row) =>
                text.Append(row.Group.Count switch
                {
                    0 => $"| {row.FullLabel} | | | ",
                    1 => $"| {(row.Key == "granted" ? "三、本年度办理结果" : "")} | {row.FullLabel} | | ",
                    _ => $"| | {group} | {row.FullLabel} | ",
                }).AppendJoin(" | ", figures.Row(figures.Form["t3"], row)).Append(" |\n"));
            text.Append('\n');
        },
        text => text.Append("\n| ").AppendJoin(" | ", Four(figures)).Append(" |\n|").Insert(text.Length, string.Concat(Enumerable.Repeat(" --- |", 15))).Append("\n\n"));

    public static IEnumerable<string> Four(SampleFigures figures) => figures.Form["t4"].Rows.SelectMany(row => figures.Row(figures.Form["t4"], row));

    /// <summary>A whole report around the three tables.</summary>
    public static string Whole(SampleFigures figures, Action<FormTable, StringBuilder> two, Action<StringBuilder> three, Action<StringBuilder> four, int? year = null)
    {
        var reported = year ?? figures.Form.Years.From;
        var text = new StringBuilder();
        text.Append($"{Organ}{reported}年政府信息公开工作年度报告\n\n本报告由{Organ}编制，所列数据的统计期限为{reported}年1月1日至{reported}年12月31日。联系电话：0999-1234567。\n\n");
        text.Append($"一、总体情况\n\n{reported}年，我局按要求做好政府信息公开工作。\n（一）主动公开。按目录发布信息。\n（二）依申请公开。规范办理申请。\n（三）政府信息管理。先审查后公开。\n（四）平台建设。维护网站专栏。\n（五）监督保障。组织业务培训。\n\n二、主动公开政府信息情况\n\n");
        foreach (var table in figures.Form.Tables.Where(table => table.Section == "s2"))
            two(table, text);
        text.Append("\n三、收到和处理政府信息公开申请情况\n\n");
        three(text);
        text.Append("\n四、政府信息公开行政复议、行政诉讼情况\n\n");
        four(text);
        text.Append("\n五、存在的主要问题及改进情况\n\n主要问题是解读形式单一。下一步将丰富形式。\n\n六、其他需要报告的事项\n\n本年度未收取信息处理费。\n");
        return text.ToString();
    }

    /// <summary>The rows of table three, each with the label of the group it opens.</summary>
    public static void Each(Form form, Action<string?, FormRow> print)
    {
        var opened = new HashSet<string>();
        foreach (var row in form["t3"].Rows.Where(row => !row.Optional))
        {
            var group = row.Group.Count == 2 && opened.Add(row.Group[1]) ? form["t3"].Group(row.Group[1]).FullLabel : null;
            print(group, row);
        }
    }

    private static void Lines(StringBuilder text, IEnumerable<string> cells, string tab, bool blankLines)
    {
        foreach (var cell in cells)
            text.Append(tab).Append(cell).Append('\n');
        if (blankLines)
            text.Append('\n');
    }
}
