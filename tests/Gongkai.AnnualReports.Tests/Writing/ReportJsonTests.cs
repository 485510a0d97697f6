using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>年报 JSON, gongkai.report/1.</summary>
public sealed class ReportJsonTests
{
    private const string Least = """{"schema":"gongkai.report/1","organ":"云泽市科学技术局","year":2022,"edition":"f2021"}""";

    [Fact]
    public void Comes_back_with_every_figure_and_state()
    {
        foreach (var form in Form.All)
        {
            for (var seed = 0; seed < 100; seed++)
            {
                var report = MadeUpReports.Of(form, seed);

                var back = ReportJson.Read(ReportJson.Write(report, indented: seed % 2 == 0));

                foreach (var cell in form.Cells)
                    Assert.True(report[cell.Index] == back[cell.Index], $"{cell.Path}: {report[cell.Index]}, {back[cell.Index]}");
                Assert.Equal(report.Narrative.Sections.Select(s => (s.Key, s.Heading, s.Text)), back.Narrative.Sections.Select(s => (s.Key, s.Heading, s.Text)));
                Assert.Equal((report.Organ, report.Year, report.Title, report.Edition), (back.Organ, back.Year, back.Title, back.Edition));
            }
        }
    }

    [Fact]
    public void Comes_back_with_places_claims_and_what_the_reader_saw()
    {
        var place = new SourcePlace(Page: 2, Line: 31, Table: 1, Row: 3, Column: 7, Text: "12 件");
        var cells = new Cell[Form.F2021.Cells.Count];
        cells[0] = new Cell(CellState.Recovered, 12.50m) { Raw = "1２", Source = place, Note = "由合计推出" };
        cells[1] = new Cell(CellState.Ambiguous) { Raw = "713", Source = place, Note = "两种读法", Alternatives = [7, 71] };
        var report = new Report(Form.F2021, cells)
        {
            Claims = [new Claim("收到申请约12件", 12, "t3.received_new.total", place) { IsApproximate = true, IsPartOnly = true, Section = "s6", Rule = "R047" }],
            Observations =
            [
                new Observation(ObservationKind.GroupLineFigures, "0 0 0", place, "t3.refused"),
                new Observation(ObservationKind.ColumnLabel, "社会团体", At: "t3.*.social_welfare_org"),
            ],
            Notes = ["由 OCR 识别"],
            PublishedOn = new DateOnly(2023, 1, 20),
            Url = "https://www.yunze.example/1.html",
            FileName = "a.pdf",
        };

        var back = ReportJson.Read(ReportJson.Write(report));

        Assert.Equal(report[0], back[0]);
        Assert.Equal("12.5", ReportJson.ToNode(report)["t2"]!["art20_1"]!["rules"]!["issued_this_year"]!.ToJsonString());
        Assert.Equal(report[1].Alternatives, back[1].Alternatives);
        Assert.Equal(report[1] with { Alternatives = null }, back[1] with { Alternatives = null });
        Assert.Equal(report.Claims, back.Claims);
        Assert.Equal(report.Observations, back.Observations);
        Assert.Equal(report.Notes, back.Notes);
        Assert.Equal((report.PublishedOn, report.Url, report.FileName), (back.PublishedOn, back.Url, back.FileName));
    }

    [Fact]
    public void Writes_null_for_a_figure_that_is_not_there_and_says_why()
    {
        var node = ReportJson.ToNode(new Report(Form.F2021));

        Assert.Null(node["t3"]!["received_new"]!["total"]);
        Assert.True(node["t3"]!.AsObject().ContainsKey("other_handling"));
        Assert.Equal(Form.F2021.Cells.Where(cell => !cell.Row.Optional).Select(cell => cell.Path), node["cells"]!.AsArray().Select(cell => (string?)cell!["at"]));
        Assert.All(node["cells"]!.AsArray(), cell => Assert.Equal("missing", (string?)cell!["state"]));
    }

    [Fact]
    public void Invents_no_table_for_a_report_of_neither_form()
    {
        var report = new Report(null) { Organ = "云泽市", Year = 2018 };

        var node = ReportJson.ToNode(report);

        Assert.Equal("other", (string?)node["edition"]);
        Assert.All(new[] { "t2", "t3", "t4" }, table => Assert.Null(node[table]));
        Assert.Null(ReportJson.Read(node.ToJsonString()).Form);
    }

    [Fact]
    public void Takes_a_figure_that_is_left_out_as_missing_never_as_nought()
    {
        var report = ReportJson.Read(Least[..^1] + ""","t3":{"received_new":{"total":0}}}""");

        Assert.Equal(Cell.Of(0), report["t3.received_new.total"]);
        Assert.Equal(CellState.Missing, report["t3.received_new.natural_person"].State);
        Assert.Equal(CellState.Absent, report["t3.other_handling.total"].State);
        Assert.Equal(["s3"], report.Observations.Where(seen => seen.Kind == ObservationKind.SectionHeading).Select(seen => seen.At));
    }

    [Theory]
    [InlineData("""{"schema":"x/1"}""", "schema")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2022"}""", "edition")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","year":"2022"}""", "成员 year 应为数字，实际为文字")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","t3":{"received_new":{"total":"5"}}}""", "成员 t3.received_new.total 应为数字")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","t3":{"received_new":5}}""", "成员 t3.received_new 应为对象")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","t4":{"review_total":1e40}}""", "成员 t4.review_total 的数字太大")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","t4":{"review_total":3},"cells":[{"at":"t4.review_total","state":"blank"}]}""", "t4.review_total 是 blank，而该处有数字 3")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","cells":[{"at":"t4.review_total","state":"recovered"}]}""", "没有数字")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","cells":[{"at":"t9.x","state":"blank"}]}""", "t9.x")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","cells":[5]}""", "成员 cells[0] 应为对象")]
    [InlineData("""{"schema":"gongkai.report/1","edition":"f2021","year":2022,"year":2023}""", "只能出现一次")]
    [InlineData("""{"schema":"gongkai.report/1",""", "第 1 行")]
    [InlineData("5", "应为对象")]
    public void Says_which_member_is_wrong(string json, string words) =>
        Assert.Contains(words, Assert.Throws<UnreadableFileException>(() => ReportJson.Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Reports_figures_that_the_form_has_no_place_for()
    {
        var report = ReportJson.Read(Least[..^1] + ""","t3":{"received_new":{"total":1,"students":4},"lent":{"total":2},"remark":"略"},"t4":{"mediated":3}}""");

        Assert.Equal(
            [(ObservationKind.UnknownColumn, "t3.received_new.students"), (ObservationKind.UnknownRow, "t3.lent.total"), (ObservationKind.UnknownRow, "t4.mediated")],
            report.Observations.Where(seen => seen.Kind is ObservationKind.UnknownColumn or ObservationKind.UnknownRow).Select(seen => (seen.Kind, seen.At!)));
    }

    [Fact]
    public void Reads_one_report_an_array_and_the_output_of_check_alike()
    {
        var one = ReportJson.Write(MadeUpReports.Of(Form.F2021, 1));
        var checkedFiles = $$"""[{"file":"a","report":{{one}},"diagnostics":[],"error":null},{"file":"b","report":null,"diagnostics":[],"error":"坏"}]""";

        Assert.Single(ReportReader.Read(Utf8(one), "a.json"));
        Assert.Equal(2, ReportReader.Read(Utf8($"[{one},{one}]"), "a.json").Count);
        Assert.Equal("b.json", Assert.Single(ReportReader.Read(Utf8("\uFEFF" + checkedFiles), "b.json")).FileName);
    }

    [Fact]
    public void Is_the_same_text_for_the_same_report()
    {
        var report = ReportJson.Read(ReportJson.Write(MadeUpReports.Of(Form.Trial2019, 7)));

        Assert.Equal(ReportJson.Write(report), ReportJson.Write(ReportJson.Read(ReportJson.Write(report))));
        Assert.Equal(ReportJson.Write(report, indented: false), JsonNode.Parse(ReportJson.Write(report))!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) }));
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    [Theory]
    [InlineData(new byte[] { 0xE4, 0xBA })]
    [InlineData(new byte[] { (byte)'\\', (byte)'u', (byte)'D', (byte)'8', (byte)'0', (byte)'0' })]
    public void Half_a_character_is_refused_in_words(byte[] half)
    {
        byte[] json = [.. """{ "schema": "gongkai.report/1", "edition": "other", "organ": "云泽市"""u8, .. half, .. "\", \"year\": 2022 }"u8];

        Assert.Contains("不完整的字符", Assert.Throws<UnreadableFileException>(() => ReportJson.ReadAll(json, "a.json")).Message, StringComparison.Ordinal);
    }
}
