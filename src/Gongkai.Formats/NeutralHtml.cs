using System.Globalization;
using System.Net;
using System.Text;

namespace Gongkai.Formats;

/// <summary>中立文档的网页: paragraphs and tables of what was read, as plain HTML; links, pictures and styles are not known here.</summary>
public static class NeutralHtml
{
    public static string Of(IEnumerable<Block> blocks)
    {
        var html = new StringBuilder();
        var running = new StringBuilder();
        foreach (var block in blocks)
        {
            if (block is TextLine line)
            {
                running.Append(line.Text.Trim());
                if (line.MayRunOn && !EndsSentence(line.Text))
                    continue;
            }

            Paragraph(html, running);
            if (block is Table table)
                Rows(html, table);
        }

        Paragraph(html, running);
        return html.ToString();
    }

    private static bool EndsSentence(string text) => text.TrimEnd() is [.., '。' or '；' or '：' or '！' or '？' or '”' or '）'];

    private static void Paragraph(StringBuilder html, StringBuilder words)
    {
        if (words.Length > 0)
            html.Append("<p>").Append(WebUtility.HtmlEncode(words.ToString())).Append("</p>\n");
        words.Clear();
    }

    private static void Rows(StringBuilder html, Table table)
    {
        html.Append("<table><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                html.Append("<td");
                if (cell.ColumnSpan > 1)
                    html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
                if (cell.RowSpan > 1)
                    html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
                html.Append('>').Append(WebUtility.HtmlEncode(cell.Text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>\n");
    }
}
