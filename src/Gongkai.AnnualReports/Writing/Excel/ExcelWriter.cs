using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.AnnualReports.Writing.Excel;

/// <summary>年报 Excel 工作簿: one sheet for each part of the report, in the order of its sections.</summary>
internal static class ExcelWriter
{
    private const int TextColumns = 10;

    private static readonly (string Name, string[] Sections)[] s_sheets =
    [
        ("总体情况", ["lead", "s1"]), ("主动公开", ["s2"]), ("依申请公开", ["s3"]), ("复议诉讼", ["s4"]), ("问题改进和其他事项", ["s5", "s6"]),
    ];

    public static byte[] Write(Report report)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            package.PackageProperties.Title = ReportWriter.TitleOf(report);
            package.PackageProperties.Creator = report.Organ;
            package.PackageProperties.Language = "zh-CN";
            var book = package.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = ExcelStyles.Make();
            var sheets = new Sheets();
            var printed = PrintedSection.Of(report);
            foreach (var (name, keys) in s_sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(report, [.. printed.Where(section => keys.Contains(section.Key))], first: keys.Contains("lead"));
                sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.Count() + 1, Id = book.GetIdOfPart(part) });
            }

            book.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets);
        }

        return stream.ToArray();
    }

    private static Worksheet Sheet(Report report, IReadOnlyList<PrintedSection> sections, bool first)
    {
        var sheet = new ExcelSheet();
        var table = sections.Select(section => section.Table).FirstOrDefault(candidate => candidate is not null);
        var columns = table?.Columns.Count ?? TextColumns;
        if (first)
            sheet.Line(ReportWriter.TitleOf(report), columns, ExcelStyles.Title);
        var frozen = 0u;
        foreach (var section in sections)
        {
            if (section.Heading is { } heading)
                sheet.Line(heading, columns, ExcelStyles.Heading);
            foreach (var paragraph in section.Paragraphs)
                sheet.Line(paragraph, columns, ExcelStyles.Text);
            if (section.Table is not { } drawn)
                continue;
            frozen = drawn.HeaderRows == 0 ? 0 : sheet.LastRow + (uint)drawn.HeaderRows;
            sheet.Table(drawn);
        }

        var widths = table is null ? [.. Enumerable.Repeat(9.0, TextColumns)] : table.Columns.Select(part => Math.Max(7.5, part / 8.0)).ToArray();
        return sheet.Make(widths, frozen, landscape: table?.Section == "s4");
    }
}
