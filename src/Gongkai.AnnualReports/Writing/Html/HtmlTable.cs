using System.Globalization;
using System.Net;
using System.Text;

namespace Gongkai.AnnualReports.Writing.Html;

/// <summary>表格网页: an official table as HTML, every figure tied to its headers for screen readers.</summary>
public static class HtmlTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="html">Receives it.</param>
    /// <param name="table">The table.</param>
    /// <param name="attributes">Further attributes of a value cell, ready encoded with a leading space, or null for none.</param>
    /// <param name="content">Content of a value cell, ready encoded, or null for its text.</param>
    public static void Write(StringBuilder html, OfficialTable table, Func<OfficialCell, string>? attributes = null, Func<OfficialCell, string>? content = null)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"official {table.Section}\"><caption>{Encode(table.Caption)}</caption><colgroup>");
        foreach (var _ in table.Columns)
            html.Append("<col>");
        html.Append("</colgroup>");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            if (r == 0 && table.HeaderRows > 0)
                html.Append("<thead>");
            if (r == table.HeaderRows)
                html.Append(r > 0 ? "</thead><tbody>" : "<tbody>");
            html.Append("<tr>");
            foreach (var cell in table.Rows[r].Cells)
                Write(html, cell, attributes, content);
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void Write(StringBuilder html, OfficialCell cell, Func<OfficialCell, string>? attributes, Func<OfficialCell, string>? content)
    {
        var tag = cell.IsColumnHeader || cell.IsRowHeader ? "th" : "td";
        html.Append('<').Append(tag);
        if (cell.Id is not null)
            html.Append(CultureInfo.InvariantCulture, $" id=\"{cell.Id}\"");
        if (cell.IsColumnHeader)
            html.Append(cell.ColumnSpan > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
        if (cell.IsRowHeader)
            html.Append(cell.RowSpan > 1 ? " scope=\"rowgroup\"" : " scope=\"row\"");
        if (cell.ColumnSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (cell.RowSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        if (cell.Headers.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $" headers=\"{string.Join(' ', cell.Headers)}\"");
        if (cell.Value is not null)
            html.Append(attributes?.Invoke(cell));
        html.Append('>').Append(cell.Value is not null && content is not null ? content(cell) : Encode(cell.Text)).Append("</").Append(tag).Append('>');
    }

    internal static string Encode(string text) => WebUtility.HtmlEncode(text);
}
