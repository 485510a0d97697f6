using Gongkai.AnnualReports.Checking.Shelf;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Checking.Shelf;

/// <summary>Each report is put beside the reports it must be looked at together with.</summary>
public sealed class NeighboursTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_year_before_of_the_same_body_is_found_whatever_the_order(bool packed)
    {
        var (shelf, neighbours) = Shelf(packed, ("云泽市民政局", 2022, 1), ("云泽市教育局", 2021, 2), ("云泽市民政局", 2021, 3), ("云泽市 民政局", 2020, 4));

        Assert.Equal(3, Text(neighbours.Around(shelf[0], null).Earlier));
        Assert.Null(neighbours.Around(shelf[1], null).Earlier);
        Assert.Equal(4, Text(neighbours.Around(shelf[2], null).Earlier));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_files_with_one_report_are_copies(bool packed)
    {
        var (shelf, neighbours) = Shelf(packed, ("云泽市民政局", 2022, 1), ("云泽市民政局", 2022, 2), ("云泽市民政局", 2021, 3));

        Assert.Equal(2, Text(Assert.Single(neighbours.Around(shelf[0], null).Copies)));
        Assert.Empty(neighbours.Around(shelf[2], null).Copies);
    }

    [Fact]
    public void In_a_large_run_only_texts_that_may_be_alike_are_compared()
    {
        var (shelf, neighbours) = Shelf(true, [.. Enumerable.Range(0, 30).Select(i => ($"云泽市第{i}局", 2022, i == 29 ? 3 : i))]);

        Assert.Equal("云泽市第29局", Assert.Single(neighbours.Around(shelf[3], null).Others).Organ);
        Assert.Empty(neighbours.Around(shelf[4], null).Others);
    }

    [Fact]
    public void An_earlier_report_that_was_given_serves_those_without_one()
    {
        var given = Of("云泽市民政局", 2021, 9);
        var reports = new[] { Of("云泽市民政局", 2022, 1), Of("云泽市教育局", 2022, 2) }.Select(report => new ShelvedReport(report, pack: false)).ToList();
        var neighbours = new Neighbours(reports, packed: false, [given]);

        Assert.Same(given, neighbours.Around(reports[0], null).Earlier);
        Assert.Same(given, neighbours.Around(reports[1], null).Earlier);
    }

    private static (List<ShelvedReport> Shelf, Neighbours Neighbours) Shelf(bool packed, params (string Organ, int Year, int Text)[] reports)
    {
        var shelf = reports.Select(report => new ShelvedReport(Of(report.Organ, report.Year, report.Text), packed)).ToList();
        return (shelf, new Neighbours(shelf, packed, []));
    }

    /// <summary>A report whose text is one of its own, recognisable by its number.</summary>
    private static Report Of(string organ, int year, int text)
    {
        var random = new Random(text + 100);
        var words = new string([.. Enumerable.Range(0, 600).Select(_ => (char)random.Next('一', '龥'))]);
        return new Report(Form.F2021) { Organ = organ, Year = year, Title = $"{text}", Narrative = new Narrative([new NarrativeSection("s1", null, [new NarrativeParagraph(words)])]) };
    }

    private static int? Text(Report? report) => report is null ? null : int.Parse(report.Title!, System.Globalization.CultureInfo.InvariantCulture);
}
