using System.Globalization;
using System.Text;

namespace Gongkai.AnnualReports.Writing.Html;

/// <summary>年报网页: a page that stands alone, for reading, printing and for the PDF.</summary>
internal static class HtmlWriter
{
    private const string Style = """
        @page { size: A4; margin: 28mm 24mm 26mm; }
        html { font-family: "WenQuanYi Zen Hei", "FangSong", "STFangsong", "Source Han Serif SC", "Noto Serif CJK SC", serif; font-size: 12pt; line-height: 1.75; color: #111; background: #fff; }
        body { max-width: 46em; margin: 0 auto; padding: 1.5em; overflow-wrap: anywhere; }
        h1 { font-size: 18pt; line-height: 1.4; text-align: center; margin: 0 0 1.2em; font-weight: 700; }
        h2 { font-size: 13pt; margin: 1.4em 0 .5em; font-weight: 700; break-after: avoid; }
        h3 { font-size: 12pt; margin: .8em 0 .2em; text-indent: 2em; font-weight: 700; break-after: avoid; }
        p { margin: 0 0 .3em; text-indent: 2em; text-align: justify; }
        .scroll { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.35; margin: .6em 0 1em; overflow-wrap: normal; }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        th, td { border: .75pt solid #222; padding: 2.5pt 3pt; font-weight: 400; text-align: center; vertical-align: middle; }
        th[scope="row"] { text-align: left; }
        td { font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        .s3 { table-layout: fixed; } .s3 col:nth-child(n+4) { width: 8%; } .s3 col:nth-child(1) { width: 6%; } .s3 col:nth-child(2) { width: 10%; } .s3 col:nth-child(3) { width: 28%; }
        .s2 col:first-child { width: 28%; } .s4 { table-layout: fixed; break-inside: avoid; } .s4 th { padding: 2.5pt 4pt; } .s4 td { padding: 2.5pt 0; }
        .s3 th[scope="rowgroup"] { padding: 2.5pt 2pt; }
        @media print { body { max-width: none; padding: 0; } .scroll { overflow: visible; } }
        """;

    public static string Write(Report report)
    {
        var title = ReportWriter.TitleOf(report);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{HtmlTable.Encode(title)}</title>\n");
        if (report.Organ is { } organ)
            html.Append(CultureInfo.InvariantCulture, $"<meta name=\"author\" content=\"{HtmlTable.Encode(organ)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{HtmlTable.Encode(title)}</h1>\n");
        foreach (var section in PrintedSection.Of(report))
        {
            html.Append("<section>\n");
            if (section.Heading is { } heading)
                html.Append(CultureInfo.InvariantCulture, $"<h2>{HtmlTable.Encode(heading)}</h2>\n");
            foreach (var paragraph in section.Paragraphs)
            {
                var tag = PrintedSection.IsHeading(paragraph) ? "h3" : "p";
                html.Append(CultureInfo.InvariantCulture, $"<{tag}>{HtmlTable.Encode(paragraph)}</{tag}>\n");
            }

            if (section.Table is { } table)
            {
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlTable.Encode(table.Caption)}\">\n");
                HtmlTable.Write(html, table);
                html.Append("</div>\n");
            }

            html.Append("</section>\n");
        }

        if (report.Form is null)
            html.Append("<p>本报告的统计表不是2019年试行格式或2021年格式，未作转换。</p>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }
}
