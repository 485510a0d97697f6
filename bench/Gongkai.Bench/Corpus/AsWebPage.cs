using System.Text;

namespace Gongkai.Bench.Corpus;

/// <summary>A report as a page of a content management system: navigation and footer around it, styles in every cell.</summary>
internal static class AsWebPage
{
    private const string CellStyle = "style=\"border: 1px solid windowtext; padding: 0px 7px; width: 63px; height: 27px;\"";
    private const string TextStyle = "style=\"font-family: 仿宋_GB2312; font-size: 16px; line-height: 150%;\"";

    public static byte[] Write(SyntheticReport report, int index) => Encoding.UTF8.GetBytes(Text(report));

    public static string Text(SyntheticReport report)
    {
        var html = new StringBuilder();
        html.Append($"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{report.Title}_{report.Organ}</title></head><body><div class=\"nav\"><ul>");
        for (var i = 0; i < 40; i++)
            html.Append($"<li><a href=\"/column/{i}/index.html\">栏目{i}</a></li>");
        html.Append($"</ul></div><div class=\"article\"><h1>{report.Title}</h1><div class=\"info\">发布时间：{report.Year + 1}-01-20</div>").Append(P(report.Lead));
        html.Append(P("一、总体情况"));
        foreach (var paragraph in report.Overview)
            html.Append(P(paragraph));
        var section = "";
        foreach (var (own, grid) in Grid.Of(report))
        {
            if (own != section)
                html.Append(P(Heading(report, own)));
            section = own;
            html.Append("<table cellspacing=\"0\" cellpadding=\"0\"><tbody>");
            foreach (var row in grid.Rows)
                html.Append("<tr>").Append(string.Concat(row.Select(Cell))).Append("</tr>");
            html.Append("</tbody></table>");
        }

        html.Append(P("五、存在的主要问题及改进情况")).Append(P(report.Problems)).Append(P("六、其他需要报告的事项")).Append(P(report.Others));
        return html.Append("</div><div class=\"footer\"><p>主办：云泽市人民政府办公室</p><p>联系我们 | 网站地图</p></div></body></html>").ToString();
    }

    public static string Heading(SyntheticReport report, string key)
    {
        var section = report.Form.Sections.First(section => section.Key == key);
        return $"{section.Number}、{section.Label}";
    }

    private static string Cell(Grid.Cell cell) =>
        $"<td {CellStyle}{(cell.Columns > 1 ? $" colspan=\"{cell.Columns}\"" : "")}{(cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "")}><p {TextStyle}><span>{cell.Text}</span></p></td>";

    private static string P(string text) => $"<p {TextStyle}><span>{text}</span></p>\n";
}
