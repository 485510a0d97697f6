using System.Reflection;
using Gongkai.AnnualReports.Checking.Shelf;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Checking.Shelf;

/// <summary>A report that was packed is the same report.</summary>
public sealed class PackedReportTests
{
    private static readonly SourcePlace s_place = new(1, 2, null, 4, 5, 600, "一件");

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    [InlineData("other")]
    public void Comes_back_whole(string edition)
    {
        var report = Whole(Form.Of(edition));

        var back = PackedReport.Unpack(PackedReport.Pack(report));

        Assert.Equal(ReportJson.Write(report), ReportJson.Write(back));
        Assert.Equal(report.Cells.ToArray().Select(Plain), back.Cells.ToArray().Select(Plain));
        Assert.Equal(report.Claims, back.Claims);
        Assert.Equal(report.Observations, back.Observations);
        Assert.Equal(report.Notes, back.Notes);
        Assert.Equal((report.FileName, report.Organ, report.Title, report.Url, report.Year, report.PublishedOn), (back.FileName, back.Organ, back.Title, back.Url, back.Year, back.PublishedOn));
        Assert.Equal(report.Narrative["s1"]!.PlaceAt(5), back.Narrative["s1"]!.PlaceAt(5));
        Assert.Equal(report.Narrative["s1"]!.HeadingPlace, back.Narrative["s1"]!.HeadingPlace);
        Assert.Same(report.Form, back.Form);
    }

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        var back = PackedReport.Unpack(PackedReport.Pack(new Report(Form.F2021)));

        Assert.Null(back.Organ);
        Assert.All(back.Cells.ToArray(), cell => Assert.True(cell.State is CellState.Missing or CellState.Absent));
    }

    /// <summary>Whoever adds a member must pack it too, and then change the number here.</summary>
    [Theory]
    [InlineData(typeof(Cell), 6)]
    [InlineData(typeof(Claim), 8)]
    [InlineData(typeof(Observation), 4)]
    [InlineData(typeof(SourcePlace), 7)]
    [InlineData(typeof(Report), 11)]
    [InlineData(typeof(NarrativeSection), 4)]
    [InlineData(typeof(NarrativeParagraph), 2)]
    public void Every_member_is_known(Type type, int members) =>
        Assert.Equal(members, type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Count(property => property.CanWrite || property.Name is "Form" or "Key" or "Heading" or "Paragraphs"));

    private static Report Whole(Form? form)
    {
        var cells = form?.Cells.Select(cell => (cell.Index % 7) switch
        {
            0 => Cell.Of(cell.Index) with { Raw = $"{cell.Index}", Source = s_place },
            1 => new Cell(CellState.Blank) { Raw = "", Source = new SourcePlace(Line: cell.Index + 1) },
            2 => new Cell(CellState.Ambiguous) { Alternatives = [1, 11, 1.50m], Note = "两种读法" },
            3 => new Cell(CellState.Recovered, -3.25m) { Raw = "一3.25", Note = "按算式推出" },
            4 => new Cell(CellState.Value, 12345678901234.5678m),
            5 => new Cell(CellState.WordNone) { Raw = "无" },
            _ => new Cell(CellState.Missing) { Note = "这一行没有找到" },
        }).ToArray();
        return new Report(form, cells)
        {
            FileName = "a.pdf",
            Organ = "云泽市科学技术局",
            Title = "报告",
            Url = "http://www.yunze.gov.cn/",
            Year = 2022,
            PublishedOn = new DateOnly(2023, 1, 20),
            Notes = ["由图片识别"],
            Claims = [new Claim("收到申请3件", 3, "t3.received_new.total", s_place) { IsApproximate = true }, new Claim("…", 2.5m, "t4.review_total", null) { IsPartOnly = true, Section = "s6", Rule = "R057" }],
            Observations = [new Observation(ObservationKind.SecondTable, "又一张表", s_place, "t3"), new Observation(ObservationKind.RowLabel, "")],
            Narrative = new Narrative(
            [
                new NarrativeSection("s1", "一、总体情况", [new NarrativeParagraph("第一行第二行", [(0, s_place), (3, s_place with { Line = 9 })]), new NarrativeParagraph("另一段")]) { HeadingPlace = s_place with { Page = 9 } },
                new NarrativeSection("s6", null, []),
            ]),
        };
    }

    private static string Plain(Cell cell) => $"{cell.State} {cell.Value} {cell.Raw} {cell.Note} {cell.Source} {string.Join('|', cell.Alternatives ?? [])}";
}
