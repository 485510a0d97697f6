using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Writing;
using TableLayout = Gongkai.AnnualReports.Writing.TableLayout;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>写出的文件: valid, the same every time, and laid out as the official form.</summary>
public sealed class WrittenFilesTests
{
    public static TheoryData<string> Editions => new("trial2019", "f2021");

    [Theory]
    [MemberData(nameof(Editions))]
    public void Are_valid_office_documents(string edition)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var report = MadeUpReports.Of(Form.Of(edition)!, seed);
            using var word = WordprocessingDocument.Open(new MemoryStream(ReportWriter.Write(report, OutputFormat.Docx)), isEditable: false);
            using var excel = SpreadsheetDocument.Open(new MemoryStream(ReportWriter.Write(report, OutputFormat.Xlsx)), isEditable: false);

            var validator = new OpenXmlValidator(FileFormatVersions.Office2019);
            Assert.Empty(validator.Validate(word, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
            Assert.Empty(validator.Validate(excel, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }
    }

    [Theory]
    [InlineData(OutputFormat.Docx)]
    [InlineData(OutputFormat.Xlsx)]
    [InlineData(OutputFormat.Html)]
    [InlineData(OutputFormat.Json)]
    public void Are_the_same_bytes_for_the_same_report(OutputFormat format) =>
        Assert.Equal(ReportWriter.Write(MadeUpReports.Of(Form.F2021, 4), format), ReportWriter.Write(MadeUpReports.Of(Form.F2021, 4), format));

    [Theory]
    [InlineData("f2021", 22, 8, 3, 5, 3)]
    [InlineData("trial2019", 20, 8, 3, 5, null)]
    public void Merge_the_labels_of_table_three_as_the_form_does(string edition, int results, int refused, int unavailable, int notProcessed, int? others)
    {
        var rows = TableLayout.Of(new Report(Form.Of(edition)))[1].Rows;

        var corner = rows[0][0];
        Assert.Equal((3, 3), (corner.ColumnSpan, corner.RowSpan));
        Assert.Equal((7, 1), (rows[0][1].ColumnSpan, rows[0][1].RowSpan));
        Assert.Equal([("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)], rows[1].Select(cell => (cell.Text, cell.ColumnSpan, cell.RowSpan)));
        var groups = rows.SelectMany(row => row).Where(cell => cell.Kind == LaidKind.RowHeader && cell.RowSpan > 1).Select(cell => cell.RowSpan);
        Assert.Equal(new int?[] { results, refused, unavailable, notProcessed, others }.OfType<int>(), groups);
    }

    [Fact]
    public void Set_the_three_blocks_of_table_four_side_by_side()
    {
        var rows = TableLayout.Of(new Report(Form.F2021))[2].Rows;

        Assert.Equal([("行政复议", 0, 5), ("行政诉讼", 5, 10)], rows[0].Select(cell => (cell.Text, cell.Column, cell.ColumnSpan)));
        Assert.Equal([("未经复议直接起诉", 5, 5), ("复议后起诉", 10, 5)], rows[1].Where(cell => cell.ColumnSpan > 1).Select(cell => (cell.Text, cell.Column, cell.ColumnSpan)));
        Assert.Equal(15, rows[3].Count);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Cover_every_place_of_every_table_exactly_once(string edition)
    {
        foreach (var table in TableLayout.Of(new Report(Form.Of(edition))))
        {
            var covered = new int[table.Rows.Count, table.Columns];
            for (var r = 0; r < table.Rows.Count; r++)
            {
                foreach (var cell in table.Rows[r])
                {
                    for (var i = 0; i < cell.RowSpan * cell.ColumnSpan; i++)
                        covered[r + (i / cell.ColumnSpan), cell.Column + (i % cell.ColumnSpan)]++;
                }
            }

            Assert.All(covered.Cast<int>(), times => Assert.Equal(1, times));
            Assert.Equal(1, table.Widths.Sum(), 6);
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Name_the_headers_of_every_figure_on_the_page(string edition)
    {
        var form = Form.Of(edition)!;
        var page = new HtmlParser().ParseDocument(ReportHtml.Write(MadeUpReports.Of(form, 2)));

        var figures = page.QuerySelectorAll("td[data-path]");
        Assert.Equal(form.Cells.Where(cell => !cell.Row.Optional).Select(cell => cell.Path), figures.Select(figure => figure.GetAttribute("data-path")).Order(Comparer<string?>.Create((a, b) => form.IndexOf(a!).CompareTo(form.IndexOf(b!)))));
        foreach (var figure in figures)
        {
            var headers = figure.GetAttribute("headers")!.Split(' ').Select(id => page.GetElementById(id)).ToList();
            Assert.All(headers, header => Assert.Equal("TH", header?.TagName));
            var cell = form.Find(figure.GetAttribute("data-path")!)!;
            Assert.Contains(cell.Row.FullLabel, headers.Select(header => header!.TextContent));
            Assert.Contains(cell.Column.Label, headers.Select(header => header!.TextContent));
        }

        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        Assert.Equal(["一", "二", "三", "四", "五", "六"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent[..1]));
        Assert.Equal(3, page.QuerySelectorAll("table > caption").Length);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void Encode_what_people_wrote_and_drop_what_no_file_can_hold()
    {
        var report = new Report(Form.F2021)
        {
            Title = "<b>云泽市</b>\u00012022年政府信息公开工作年度报告",
            Organ = "云泽市\"<\u0000",
            Year = 2022,
            Narrative = new Narrative([MadeUpReports.Section("s1", null, "<script>alert(1)</script>\uD800 & 完\u000B")]),
        };

        var page = ReportHtml.Write(report);

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.NotEmpty(ReportWriter.Write(report, OutputFormat.Docx));
        Assert.NotEmpty(ReportWriter.Write(report, OutputFormat.Xlsx));
    }

    [Fact]
    public void Let_a_page_mark_cells_and_keep_several_reports_apart()
    {
        var output = new StringWriter();

        ReportHtml.WriteTables(output, new Report(Form.F2021), (cell, value) => cell.Path == "t4.review_total" && value.State == CellState.Missing
            ? new CellMarkup([new("class", "fault"), new("title", "\"合计\"")], "<sup>1</sup>") : null, "r1-");

        var page = new HtmlParser().ParseDocument(output.ToString());
        var marked = Assert.Single(page.QuerySelectorAll(".fault"));
        Assert.Equal(("r1-t4.review_total", "\"合计\"", "缺1"), (marked.Id, marked.GetAttribute("title"), marked.TextContent));
        Assert.All(page.QuerySelectorAll("[headers]"), cell => Assert.All(cell.GetAttribute("headers")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
    }

    [Fact]
    public void Give_word_an_outline_repeated_headers_and_whole_rows()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(ReportWriter.Write(MadeUpReports.Of(Form.F2021, 2), OutputFormat.Docx)), isEditable: false);
        var body = word.MainDocumentPart!.Document.Body!;

        Assert.Equal(6, body.Descendants<ParagraphStyleId>().Count(style => style.Val == "Heading1"));
        Assert.Equal(2, body.Descendants<ParagraphStyleId>().Count(style => style.Val == "Heading2"));
        var tables = body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().ToList();
        Assert.Equal([0, 3, 3], tables.Select(table => table.Descendants<TableHeader>().Count()));
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>(), row => Assert.NotNull(row.TableRowProperties?.GetFirstChild<CantSplit>()));
        Assert.All(tables, table => Assert.NotNull(table.GetFirstChild<TableProperties>()?.TableCaption));
        using var core = new StreamReader(word.CoreFilePropertiesPart!.GetStream());
        Assert.Contains("云泽市科学技术局</dc:creator>", core.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Give_excel_numbers_and_frozen_headers()
    {
        var report = new Report(Form.F2021, [.. Form.F2021.Cells.Select(cell => cell.Row.Optional ? default : Cell.Of(cell.Column.Decimals ? 12.5m : 7))]);

        using var excel = SpreadsheetDocument.Open(new MemoryStream(ReportWriter.Write(report, OutputFormat.Xlsx)), isEditable: false);

        var sheets = excel.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet).ToList();
        var numbers = sheets.SelectMany(sheet => sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).Where(cell => cell.CellValue is not null).ToList();
        Assert.Equal(Form.F2021.Cells.Count(cell => !cell.Row.Optional), numbers.Count);
        Assert.All(numbers, cell => Assert.Contains(cell.CellValue!.Text, new[] { "7", "12.5" }));
        Assert.Equal(2, sheets.Count(sheet => sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>().Any()));
    }

    [Theory]
    [InlineData("a/报告.DOCX", OutputFormat.Docx)]
    [InlineData("x.htm", OutputFormat.Html)]
    [InlineData("x.pdf", OutputFormat.Pdf)]
    [InlineData("x.json", OutputFormat.Json)]
    [InlineData("x.xlsx", OutputFormat.Xlsx)]
    [InlineData("x.doc", null)]
    public void Are_chosen_by_extension(string path, OutputFormat? format) => Assert.Equal(format, ReportWriter.OfExtension(path));
}
