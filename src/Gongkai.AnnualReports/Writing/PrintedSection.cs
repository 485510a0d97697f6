using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>A section as printed: heading, text, table.</summary>
/// <param name="Key">`lead`, `s1` … `s6`.</param>
/// <param name="Heading">Number and official name; null for the lead.</param>
/// <param name="Paragraphs">Text, nothing invented.</param>
/// <param name="Table">The table of the section, or null.</param>
internal sealed record PrintedSection(string Key, string? Heading, IReadOnlyList<string> Paragraphs, OfficialTable? Table)
{
    public static IReadOnlyList<PrintedSection> Of(Report report)
    {
        var tables = OfficialTable.Of(report);
        var sections = new List<PrintedSection>();
        if (report.Narrative["lead"] is { } lead)
            sections.Add(new PrintedSection("lead", null, TextOf(lead, report), null));
        foreach (var section in (report.Form ?? Form.F2021).Sections)
        {
            var text = report.Narrative[section.Key];
            if (report.Form is null && text is null)
                continue;
            var heading = report.Form is null ? text!.Heading ?? section.Label : $"{section.Number}、{section.Label}";
            sections.Add(new PrintedSection(section.Key, heading, text is null ? [] : TextOf(text, report), tables.FirstOrDefault(table => table.Section == section.Key)));
        }

        return sections;
    }

    /// <summary>A short line that opens with its number is a heading of its own: （一）主动公开情况.</summary>
    public static bool IsHeading(string paragraph) => paragraph.Length <= 30 && paragraph.Length > 3 && paragraph[0] is '（' or '(' && paragraph[^1] is not ('。' or '；' or '：' or '，');

    private static List<string> TextOf(NarrativeSection section, Report report)
    {
        var title = Strip(ReportWriter.TitleOf(report));
        var paragraphs = section.Paragraphs.Select(paragraph => paragraph.Text.Trim()).Where(text => text.Length > 0).ToList();

        // The title, often in two lines, is printed as the title.
        if (section.Key == "lead")
        {
            for (var n = Math.Min(3, paragraphs.Count); n >= 1; n--)
            {
                if (Strip(string.Concat(paragraphs.Take(n))) == title)
                {
                    paragraphs.RemoveRange(0, n);
                    break;
                }
            }
        }

        return paragraphs;
    }

    private static string Strip(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
