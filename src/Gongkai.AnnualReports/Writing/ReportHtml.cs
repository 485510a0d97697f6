using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>年报网页: a report as a complete page in the official form, or its tables alone for a page of our own.</summary>
/// <remarks>Every figure names its headers (`headers`), so that a screen reader says of which row and class it is.</remarks>
public static class ReportHtml
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A page that stands alone, for people, screen readers and the printer.</summary>
    public static string Write(Report report)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var outline = ReportOutline.Of(report);
        page.WriteLine("<!DOCTYPE html>");
        page.WriteLine("<html lang=\"zh-CN\">");
        page.WriteLine("<head>");
        page.WriteLine("<meta charset=\"utf-8\">");
        page.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.WriteLine($"<title>{Encode(outline.Title)}</title>");
        if (report.Organ is { } organ)
            page.WriteLine($"<meta name=\"author\" content=\"{Encode(ReportOutline.Clean(organ))}\">");
        page.WriteLine($"<style>\n{ReportStyle.Css}</style>");
        page.WriteLine("</head>");
        page.WriteLine("<body>");
        page.WriteLine("<main>");
        page.WriteLine($"<h1>{Title(outline.Title)}</h1>");
        foreach (var paragraph in outline.Lead)
            Paragraph(page, paragraph);
        foreach (var section in outline.Sections)
            Section(page, report, section);
        page.WriteLine("</main>");
        page.WriteLine("</body>");
        page.WriteLine("</html>");
        return page.ToString();
    }

    /// <summary>
    /// The official tables alone, each a &lt;table class="gk-form gk-t3"&gt;; nothing for a report of neither form. A figure's element is
    /// &lt;td id="{prefix}t3.granted.total" headers="…" data-path="t3.granted.total" data-state="value"&gt;; styles are the page's business.
    /// </summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="markup">Asked once for each figure's cell; what it gives is added to the cell. Null leaves all cells plain.</param>
    /// <param name="idPrefix">Begins every id, so that several reports can stand on one page.</param>
    public static void WriteTables(TextWriter output, Report report, FigureMarkup? markup = null, string idPrefix = "")
    {
        foreach (var table in TableLayout.Of(report))
            WriteTable(output, report, table, markup, idPrefix);
    }

    /// <summary>One of <see cref="TableLayout.Of"/>, drawn as in <see cref="WriteTables"/>.</summary>
    public static void WriteTable(TextWriter output, Report report, TableLayout table, FigureMarkup? markup = null, string idPrefix = "")
    {
        output.Write($"<table class=\"gk-form gk-{table.Key}\">\n<caption>{Encode(table.Caption)}</caption>\n<colgroup>");
        foreach (var width in table.Widths)
            output.Write(string.Create(CultureInfo.InvariantCulture, $"<col style=\"width:{width * 100:0.##}%\">"));
        output.Write("</colgroup>\n");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var startsItem = table.Rows[r][0].Kind == LaidKind.Caption;
            if (r == 0 && table.HeaderRows > 0)
                output.Write("<thead>\n");
            else if (r == table.HeaderRows || startsItem)
                output.Write($"{(r == 0 ? "" : r == table.HeaderRows ? "</thead>\n" : "</tbody>\n")}<tbody>\n");

            output.Write("<tr>");
            foreach (var cell in table.Rows[r])
                Cell(output, report, cell, markup, idPrefix);
            output.Write("</tr>\n");
        }

        output.Write("</tbody>\n</table>\n");
    }

    /// <summary>A title too long for a line breaks before its fixed words, if it can.</summary>
    private static string Title(string title)
    {
        const string Fixed = "政府信息公开工作年度报告";
        return title.EndsWith(Fixed, StringComparison.Ordinal) ? $"<span class=\"gk-whole\">{Encode(title[..^Fixed.Length])}</span><span class=\"gk-whole\">{Fixed}</span>" : Encode(title);
    }

    private static void Section(TextWriter page, Report report, OutlineSection section)
    {
        page.WriteLine($"<section id=\"{section.Key}\">");
        if (section.Heading.Length > 0)
            page.WriteLine($"<h2>{Encode(section.Heading)}</h2>");
        foreach (var paragraph in section.Paragraphs)
            Paragraph(page, paragraph);
        if (section.Table is { } table)
            WriteTable(page, report, table);
        page.WriteLine("</section>");
    }

    private static void Paragraph(TextWriter page, OutlineParagraph paragraph)
    {
        if (paragraph.IsHeading)
            page.WriteLine($"<h3>{Encode(paragraph.Text)}</h3>");
        else if (paragraph.Head > 0)
            page.WriteLine($"<p><strong>{Encode(paragraph.Text[..paragraph.Head])}</strong>{Encode(paragraph.Text[paragraph.Head..])}</p>");
        else
            page.WriteLine($"<p>{Encode(paragraph.Text)}</p>");
    }

    private static void Cell(TextWriter output, Report report, LaidCell laid, FigureMarkup? markup, string prefix)
    {
        var name = laid.Kind switch
        {
            LaidKind.Figure or LaidKind.Corner => "td",
            _ => "th",
        };
        output.Write($"<{name} id=\"{Encode(prefix + laid.Id)}\"");
        if (laid.ColumnSpan > 1)
            output.Write($" colspan=\"{laid.ColumnSpan}\"");
        if (laid.RowSpan > 1)
            output.Write($" rowspan=\"{laid.RowSpan}\"");
        if (Scope(laid) is { } scope)
            output.Write($" scope=\"{scope}\"");
        if (laid.Headers.Count > 0)
            output.Write($" headers=\"{Encode(string.Join(' ', laid.Headers.Select(header => prefix + header)))}\"");

        if (laid.Cell is not { } cell)
        {
            output.Write($" class=\"gk-{laid.Kind.ToString().ToLowerInvariant()}\">{Encode(laid.Text)}</{name}>");
            return;
        }

        var value = report[cell.Index];
        var extra = markup?.Invoke(cell, value);
        var printed = Figure.Print(value, cell);
        if (printed.Length > 5 && cell.Table.Section != "s2")
            output.Write(" data-long");
        output.Write($" data-path=\"{cell.Path}\" data-state=\"{ReportJson.StateWord(value.State)}\"");
        foreach (var (key, attribute) in extra?.Attributes ?? [])
            output.Write($" {key}=\"{Encode(attribute)}\"");
        output.Write($">{Encode(printed)}{extra?.After}</td>");
    }

    private static string? Scope(LaidCell cell) => cell.Kind switch
    {
        LaidKind.Caption => "rowgroup",
        LaidKind.ColumnHeader => cell.ColumnSpan > 1 ? "colgroup" : "col",
        LaidKind.RowTitle => "col",
        LaidKind.RowHeader => cell.RowSpan > 1 ? "rowgroup" : "row",
        _ => null,
    };

    private static string Encode(string text) => s_encoder.Encode(text);
}

/// <summary>What a page adds to the cell of a figure, or null for nothing.</summary>
public delegate CellMarkup? FigureMarkup(FormCell cell, Cell value);

/// <summary>Additions to a figure's cell.</summary>
/// <param name="Attributes">Names (written as they are, never from a file) and values (encoded).</param>
/// <param name="After">Markup after the figure, written as it is.</param>
public sealed record CellMarkup(IReadOnlyList<KeyValuePair<string, string>> Attributes, string After = "");
