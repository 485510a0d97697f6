using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Formats.Writing;

namespace Gongkai.AnnualReports.Writing;

/// <summary>Excel 工作簿: a sheet per section, figures as numbers, headers merged as in the official form.</summary>
internal static class XlsxWriter
{
    // No numbers and no 报告 in them: a reader takes such names for headings of their own.
    private static readonly Dictionary<string, string> s_names = new()
    {
        ["s1"] = "总体情况",
        ["s2"] = "主动公开",
        ["s3"] = "依申请公开",
        ["s4"] = "复议诉讼",
        ["s5"] = "问题和改进",
        ["s6"] = "其他事项",
    };

    public static byte[] Write(Report report)
    {
        var outline = ReportOutline.Of(report);
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.Sheet();
            var sheets = new Sheets();
            var titles = new DefinedNames();

            void Add(string name, XlsxSheet sheet)
            {
                var number = (uint)sheets.Count() + 1;
                book.AddNewPart<WorksheetPart>($"sheet{number}").Worksheet = sheet.Finish();
                sheets.Append(new Sheet { Id = $"sheet{number}", SheetId = number, Name = name });
                if (sheet.HeaderRows is { } rows)
                    titles.Append(new DefinedName($"'{name}'!${rows.First}:${rows.Last}") { Name = "_xlnm.Print_Titles", LocalSheetId = number - 1 });
            }

            Add("标题", Cover(outline));
            foreach (var section in outline.Sections)
                Add(s_names[section.Key], Section(report, section));

            book.Workbook = new Workbook(sheets);
            if (titles.HasChildren)
                book.Workbook.Append(titles);
            var core = package.AddCoreFilePropertiesPart();
            PackageProperties.Add(core, outline.Title, ReportOutline.Clean(report.Organ ?? ""), "政府信息公开工作年度报告");
            package.ChangeIdOfPart(book, "workbook");
            package.ChangeIdOfPart(core, "properties");
        }

        return FixedZip.Of(stream.ToArray());
    }

    private static XlsxSheet Cover(ReportOutline outline)
    {
        var sheet = new XlsxSheet([90]);
        sheet.Line(outline.Title, XlsxStyles.Title);
        foreach (var paragraph in outline.Lead)
            sheet.Line(paragraph.Text, XlsxStyles.Text);
        return sheet;
    }

    private static XlsxSheet Section(Report report, OutlineSection section)
    {
        var table = section.Table;
        var sheet = new XlsxSheet(table is null ? [90] : [.. table.Widths.Select(width => width * (table.Key == "t2" ? 88 : 130))]) { IsWide = table?.Key == "t4" };
        sheet.Line(section.Heading, XlsxStyles.Heading);
        foreach (var paragraph in section.Paragraphs)
            sheet.Line(paragraph.Text, paragraph.IsHeading ? XlsxStyles.SubHeading : XlsxStyles.Text);
        if (table is not null)
            sheet.Table(report, table);
        return sheet;
    }
}
